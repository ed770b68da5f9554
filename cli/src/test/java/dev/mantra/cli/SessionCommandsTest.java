package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ls, info, rm, mark, title, tag and note. */
final class SessionCommandsTest {

  private static final String HOSTILE = "\u001b]52;c;ZXZpbA==\u0007\u202eevil\n\u009b2J";

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));
  private TestSessions sessions = new TestSessions(Path.of("/"));

  @BeforeEach
  void start() {
    mantra = new TestProgram(home);
    sessions = new TestSessions(mantra.sessions());
  }

  @Test
  void lsShowsTheNewestFirst() throws IOException {
    sessions.full();
    sessions.small("20261121T090000Z-codex-bbbbbb", 0);
    sessions.interrupted("20261119T090000Z-gemini-bbbbbb");
    // How large a journal is on the disk is not for this test to know.
    var shown = mantra.run("ls").out().replaceAll("[0-9.]+ K?B", "9 KB").replaceAll("(?m) +$", "");
    assertEquals(
        """
        ID AGENT PROJECT STARTED DURATION MESSAGES SIZE STATE TITLE
        20261121T0900 claude shop 2026-11-21 09:00:00 0:02 0 9 KB finished
        20261120T0830 claude shop 2026-11-20 08:30:00 0:30 0 9 KB finished Fix the login
        20261119T0900 claude shop 2026-11-19 09:00:00 0:01 - 9 KB interrupted
        """,
        shown.replaceAll(" +", " "));
  }

  @Test
  void lsCountsTheMessagesOfASessionWithAgentsThatHasNoEnd() throws IOException {
    var live =
        sessions.recording(
            "20261121T090000Z-claude-bbbbbb",
            List.of(TestSessions.prompt(1, "1", "Hello."), TestSessions.prompt(2, "2", "More.")));
    live.openTranscript("claude-x.jsonl").close();
    var line = mantra.run("ls").out().lines().skip(1).findFirst().orElseThrow();
    assertTrue(line.replaceAll(" +", " ").contains(" 0:00 2 "), line);
    assertTrue(mantra.run("ls", "--json").out().replace(" ", "").contains("\"messages\":2"));
  }

  @Test
  void lsCutsToTheTerminal() throws IOException {
    sessions.full();
    mantra.onTerminal(60, Stream.OUT);
    for (var line : mantra.run("ls", "--color=never").out().lines().toList()) {
      assertTrue(DisplayWidth.of(line) <= 60, line);
    }
    assertTrue(
        mantra
            .with("COLUMNS", "30")
            .run("ls", "--color=never")
            .out()
            .lines()
            .allMatch(l -> l.length() <= 30));
  }

  @Test
  void lsWritesIdsAsLongAsTheyMustBeToTellThemApart() throws IOException {
    sessions.small("20261121T090000Z-codex-bbbbbb", 0);
    sessions.small("20261121T090000Z-codex-bbbbbc", 0);
    sessions.small("20261121T090130Z-codex-bbbbbb", 0);
    var ids = mantra.run("ls").out().lines().skip(1).map(line -> line.split(" ", 2)[0]).toList();
    assertEquals(
        List.of("20261121T0901", "20261121T090000Z-codex-bbbbbc", "20261121T090000Z-codex-bbbbbb"),
        ids);
    for (var id : ids) {
      assertEquals(0, mantra.run("info", id).status(), id);
    }
  }

  @Test
  void lsKnowsAnAgentThatWasStartedInAShell() throws IOException {
    var session =
        sessions.add(
            "20261121T090000Z-bash-bbbbbb",
            header -> header.command(List.of(Bytes.utf8("bash"))),
            TestMessages.everything());
    assertTrue(mantra.run("ls").out().contains(" bash "));
    session.openTranscript("codex-0b1c.jsonl").close();
    session.openTranscript("claude-7a6b.jsonl").close();
    assertTrue(mantra.run("ls").out().contains(" claude, codex "));
    assertTrue(mantra.run("ls").out().replaceAll(" +", " ").contains(" 0:20 5 "));
    for (var agent : List.of("bash", "codex", "Claude")) {
      assertEquals(0, mantra.run("ls", "--agent", agent).status(), agent);
    }
    assertEquals(1, mantra.run("ls", "--agent", "gemini").status());
  }

  @Test
  void infoTellsWhatWasSaid() throws IOException {
    sessions.add("20261121T090000Z-bash-bbbbbb", header -> header, TestMessages.everything());
    var info = mantra.run("info", "last").out().replaceAll(" +", " ");
    for (var line :
        List.of(
            "messages 5, 3 of them prompts",
            "tokens 15 read, 300 of the cache, 60 put there, 90 written",
            "agent claude 2.1, conversation c-1",
            "transcript /home/ada/.claude/x.jsonl",
            "forked from c-0",
            "called Counting ships",
            "models opus",
            "not known 1")) {
      assertTrue(info.contains(line + "\n"), line + " is not in\n" + info);
    }
  }

  @Test
  void lsFilters() throws IOException {
    sessions.full();
    sessions.add(
        "20261121T090000Z-codex-bbbbbb",
        header -> header.command(List.of(Bytes.utf8("codex"))).folder(Bytes.utf8("/srv/api")),
        List.of());
    assertEquals(List.of("codex"), agents("--agent", "codex"));
    assertEquals(List.of("codex"), agents("--agent", "CODEX"));
    assertEquals(List.of("claude"), agents("--project", "shop"));
    assertEquals(List.of("codex"), agents("--project", "/srv"));
    assertEquals(List.of(), agents("--project", "/sr"));
    assertEquals(List.of("codex"), agents("--since", "2026-11-21"));
    assertEquals(List.of("claude"), agents("--until", "2026-11-20"));
    assertEquals(List.of("claude"), agents("--until", "yesterday"));
    assertEquals(List.of("codex"), agents("-n", "1"));
    assertEquals(0, mantra.run("tag", "20261120", "x").status());
    assertEquals(List.of("claude"), agents("--tag", "x"));
    var none = mantra.run("ls", "--agent", "gemini");
    assertEquals(1, none.status());
    assertTrue(none.err().contains("none of 2 sessions"), none.err());
    assertEquals(2, mantra.run("ls", "--since", "whenever").status());
  }

  @Test
  void damagedAndHalfMadeSessionsShowUpAsSuchAndBreakNothing() throws IOException {
    sessions.full();
    var torn = sessions.small("20261121T090000Z-codex-bbbbbb", 0);
    try (var files = Files.newDirectoryStream(torn.journal(), "*.cq4")) {
      for (var file : files) {
        Files.write(file, new byte[0]);
      }
    }
    Files.createDirectories(mantra.sessions().resolve("20261121T100000Z-vim-bbbbbb"));
    Files.createDirectories(mantra.sessions().resolve("no-session"));
    Files.writeString(mantra.sessions().resolve("20261121T110000Z-vim-bbbbbb"), "a file");
    var result = mantra.run("ls");
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("Fix the login"), result.out());
    assertTrue(result.out().contains("20261121T0900"), result.out());
    assertFalse(result.out().contains("no-session"), result.out());
    assertTrue(
        result.out().lines().anyMatch(l -> l.startsWith("20261121T1000") && l.contains("damaged")),
        result.out());
    assertEquals(0, mantra.run("ls", "--json").status());
  }

  @Test
  void recordedTextCannotDriveTheTerminal() throws IOException {
    sessions.add(
        "20261121T090000Z-evil-bbbbbb",
        header ->
            header
                .command(List.of(Bytes.utf8("/bin/" + HOSTILE)))
                .folder(Bytes.utf8("/tmp/" + HOSTILE))
                .title(Optional.of(HOSTILE.repeat(3000))),
        List.of(
            new dev.mantra.formats.event.Event.Marker(5, HOSTILE),
            new dev.mantra.formats.event.Event.Gap(9, 6, 1, HOSTILE),
            TestSessions.end(10, 0)));
    assertEquals(0, mantra.run("note", "last", HOSTILE).status());
    mantra.onTerminal(100, Stream.OUT, Stream.ERR, Stream.IN);
    for (var arguments :
        List.of(
            List.of("ls", "--color=never"),
            List.of("info", "last", "--color=never"),
            List.of("ls", "--json"),
            List.of("info", "last", "--json"),
            List.of("rm", "last"))) {
      var result = mantra.run(arguments.toArray(String[]::new));
      var all = result.out() + result.err();
      assertTrue(all.length() > 100, () -> arguments + " " + all);
      assertTrue(
          all.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)),
          arguments::toString);
      assertFalse(all.contains("\u202e"), arguments::toString);
    }
  }

  @Test
  void infoTellsEverything() throws IOException {
    sessions.full();
    mantra.run("tag", "last", "auth", "bug");
    mantra.run("note", "last", "look", "here");
    mantra.run("mark", "last", "--at", "0:10", "the bug");
    var out = mantra.run("info", "last").out();
    for (var fact :
        List.of(
            "session       20261120T083000Z-claude-bcdfgh",
            "title         Fix the login",
            "state         finished",
            "command       /usr/bin/claude --resume 'it'\\''s me'",
            "folder        /home/ada/shop",
            "started       2026-11-20 08:30:00",
            "duration      0:30",
            "ended         exited, status 0",
            "window        80x24, 100x30",
            "hidden input  1",
            "environment   LANG=C.UTF-8 TERM=xterm-256color",
            "gap           0:06 to 0:08, 1.2 KB: the disk was full",
            "tags          auth bug",
            "mark          0:05 tests green",
            "mark          0:10 the bug",
            "note          2026-11-21 12:00:00 look here")) {
      assertTrue(out.lines().anyMatch(fact::equals), fact + "\nis not in\n" + out);
    }
  }

  @Test
  void namesASessionThatIsNotThere() throws IOException {
    sessions.full();
    var result = mantra.run("info", "2031");
    assertEquals(1, result.status());
    assertTrue(result.err().contains("no session's id begins with '2031'"), result.err());
  }

  @Test
  void rmNeedsATerminalOrAYes() throws IOException {
    sessions.full();
    var refused = mantra.run("rm", "last");
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("give --yes"), refused.err());
    mantra.onTerminal(80, Stream.IN, Stream.ERR);
    assertEquals(1, mantra.typing("n\n").run("rm", "last").status());
    assertEquals(1, mantra.typing("").run("rm", "last").status());
    assertEquals(1, count());
    assertEquals(0, mantra.typing("y\n").run("rm", "last").status());
    assertEquals(0, count());
  }

  @Test
  void rmLeavesNothingThatWasDerived() throws IOException {
    sessions.full();
    assertEquals(0, mantra.run("text", "last").status());
    assertEquals(1, mantra.run("grep", "what nobody has said").status());
    assertFalse(derived().isEmpty());
    assertEquals(0, mantra.run("rm", "--yes", "last").status());
    assertEquals(List.of(), derived());
  }

  private List<Path> derived() throws IOException {
    try (var files = Files.walk(mantra.sessions().resolve("../../cache"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void rmDeletesNothingWhenOneNameIsWrong() throws IOException {
    sessions.full();
    assertEquals(1, mantra.run("rm", "--yes", "last", "nope").status());
    assertEquals(1, count());
    assertEquals(0, mantra.run("rm", "--yes", "last", "20261120").status());
    assertEquals(0, count());
  }

  @Test
  void rmDeletesWhatIsLeftOfABrokenSession() throws IOException {
    Files.createDirectories(mantra.sessions().resolve("20261121T100000Z-vim-bbbbbb"));
    assertEquals(74, mantra.run("info", "last").status());
    assertEquals(0, mantra.run("rm", "--yes", "last").status());
    assertEquals(0, count());
  }

  @Test
  void rmLeavesASessionThatIsBeingRecorded() throws IOException {
    sessions.recording("20261121T090000Z-codex-bbbbbb");
    var result = mantra.run("rm", "--yes", "last");
    assertEquals(1, result.status());
    assertTrue(result.err().contains("it is being recorded"), result.err());
    assertEquals(1, count());
  }

  @Test
  void titlesTagsAndNotesAreKept() throws IOException {
    sessions.full();
    assertEquals(0, mantra.run("title", "last", "A", "better", "one").status());
    assertEquals(0, mantra.run("tag", "last", "+a", "b", "-a").status());
    assertEquals("b\n", mantra.run("tag", "last").out());
    assertTrue(mantra.run("info", "last").out().contains("title         A better one\n"));
    assertEquals(0, mantra.run("title", "last", "").status());
    assertTrue(mantra.run("ls").out().contains("Fix the login"));
    assertEquals(2, mantra.run("tag", "last", "two words").status());
    assertEquals(2, mantra.run("note", "last", " ").status());
  }

  @Test
  void marksNowInsideARecordedSession() throws IOException {
    var session = sessions.recording("20261121T115950Z-codex-bbbbbb");
    mantra.with("MANTRA_SESSION", session.id().value()).with("MANTRA_REC", "1");
    assertEquals(0, mantra.run("mark", "here").status());
    assertEquals(0, mantra.run("mark").status());
    var marks = session.annotations().marks();
    assertEquals(2, marks.size());
    assertEquals("here", marks.getFirst().label());
    assertEquals(10_000_000_000L, marks.getFirst().at());
    assertEquals("", marks.getLast().label());
  }

  @Test
  void marksElsewhereOnlyWhereItIsTold() throws IOException {
    sessions.full();
    var unknown = mantra.run("mark");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("cannot tell which session to mark"), unknown.err());
    var over = mantra.run("mark", "last", "x");
    assertEquals(2, over.status());
    assertTrue(over.err().contains("say where with --at"), over.err());
    assertEquals(0, mantra.run("mark", "last", "--at", "marker:tests green", "again").status());
    assertEquals(1, mantra.run("mark", "last", "--at", "marker:nope").status());
    assertEquals(2, mantra.run("mark", "last", "--at", "nonsense").status());
    var id = new SessionId("20261120T083000Z-claude-bcdfgh");
    var marks = new Store(mantra.sessions()).find(id.value()).annotations().marks();
    assertEquals(1, marks.size());
    assertEquals(5_000_000_000L, marks.getFirst().at());
  }

  private List<String> agents(String... filters) {
    var arguments = new java.util.ArrayList<>(List.of("ls"));
    arguments.addAll(List.of(filters));
    return mantra
        .run(arguments.toArray(String[]::new))
        .out()
        .lines()
        .skip(1)
        .map(line -> line.split(" +", 3)[1])
        .toList();
  }

  private int count() throws IOException {
    return new Store(mantra.sessions()).sessions().size();
  }
}
