package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** grep. */
final class GrepCommandTest {

  private static final long SECOND = 1_000_000_000L;
  private static final String OLDER = "20261119T090000Z-bash-bbbbbb";
  private static final String NEWER = "20261120T090000Z-claude-cccccc";

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void fill() throws IOException {
    mantra = new TestProgram(home);
    var sessions = new TestSessions(mantra.sessions());
    sessions.add(
        OLDER,
        header -> header.command(List.of(Bytes.utf8("bash"))),
        List.of(
            output(1, "Token \u001b[31mexp\u001b[1mired\u001b[0m in auth.ts\r\n"),
            output(2, "one\r\ntwo\r\n"),
            output(3, "three\r\n"),
            TestSessions.end(5 * SECOND, 0)));
    sessions.add(
        NEWER,
        header -> header,
        List.of(
            output(1, "before\r\nthe token expired\r\nafter\r\n"),
            output(4, "a token " + "x".repeat(2000) + " expired\r\n"),
            TestSessions.end(5 * SECOND, 0)));
  }

  private static Event output(long second, String text) {
    return new Event.Output(second * SECOND + 1, Bytes.utf8(text));
  }

  private List<String> lines(String... arguments) {
    return mantra.run(arguments).out().lines().toList();
  }

  @Test
  void aLineIsFoundWhateverItWasDrawnWithTheNewestSessionFirst() {
    var result = mantra.run("grep", "token expired|Token expired");
    assertEquals(
        NEWER
            + "\t0:01.001\t-\tscreen\tthe token expired\n"
            + OLDER
            + "\t0:01.001\t-\tscreen\tToken expired in auth.ts\n",
        result.out());
    assertEquals("", result.err());
    assertEquals(0, result.status());
  }

  @Test
  void thePositionShowsTheLine() {
    assertTrue(mantra.run("screen", "last", "--at", "0:01.001").out().contains("token expired"));
  }

  @Test
  void statusOneMeansNothingAndTwoAnError() {
    assertEquals(1, mantra.run("grep", "nowhere to be seen").status());
    assertEquals(1, mantra.run("grep", "--agent", "codex", "token").status());
    assertEquals(2, mantra.run("grep", "(").status());
    assertEquals(2, mantra.run("grep", "token", "no-such-session").status());
    assertEquals(2, mantra.run("grep", "-C", "-1", "token").status());
    var wrong = mantra.run("grep", "a{2,1}");
    assertTrue(wrong.err().startsWith("mantra: /a{2,1}/ is no RE2 expression: "), wrong.err());
  }

  @Test
  void sessionsCanBeNamedAndFiltered() {
    assertEquals(List.of(OLDER), lines("grep", "-il", "token", "last~1"));
    assertEquals(List.of(NEWER), lines("grep", "-il", "token", "--agent", "claude"));
    assertEquals(List.of(OLDER), lines("grep", "-il", "token", "--until", "2026-11-19"));
  }

  @Test
  void optionsOfGrepMeanWhatTheyMeanElsewhere() {
    assertEquals(List.of(NEWER + "\t2", OLDER + "\t1"), lines("grep", "-ic", "token"));
    assertEquals(List.of(NEWER, OLDER), lines("grep", "-i", "-l", "token"));
    assertEquals(List.of(NEWER, OLDER), lines("grep", "-l", "-v", "token"));
    assertEquals(List.of(OLDER + "\t3"), lines("grep", "-c", "-v", "[Tt]oken", "last~1"));
    assertEquals(
        List.of(
            NEWER + "\t0:01.001\t-\tscreen\tbefore",
            NEWER + "\t0:01.001\t-\tscreen\tthe token expired",
            NEWER + "\t0:01.001\t-\tscreen\tafter",
            "--",
            OLDER + "\t0:02.001\t-\tscreen\tone",
            OLDER + "\t0:02.001\t-\tscreen\ttwo",
            OLDER + "\t0:03.001\t-\tscreen\tthree"),
        lines("grep", "-C1", "token expired$|two"));
  }

  @Test
  void jsonIsAnObjectALine() throws IOException {
    var out = lines("grep", "--json", "--context", "1", "n expired$|one");
    var mapper = new ObjectMapper();
    var hit = mapper.readTree(out.get(1));
    assertEquals(NEWER, hit.get("session").asText());
    assertEquals("hit", hit.get("is").asText());
    assertEquals("0:01.001", hit.get("position").asText());
    assertEquals("1.000000001", hit.get("at").asText());
    assertEquals("the token expired", hit.get("text").asText());
    assertEquals("[[8,17]]", hit.get("matches").toString());
    assertEquals("context", mapper.readTree(out.get(0)).get("is").asText());
    assertFalse(mapper.readTree(out.get(0)).has("matches"));
    var count = mapper.readTree(lines("grep", "--json", "-c", "two").getFirst());
    assertEquals(1, count.get("count").asInt());
  }

  @Test
  void whatWasSaidAndWhatFilesBecameIsFoundAsWell() throws IOException {
    new TestSessions(mantra.sessions())
        .add(
            "20261121T090000Z-claude-dddddd",
            header -> header,
            List.of(
                TestSessions.prompt(2 * SECOND, "p1", "rename the zebra"),
                TestSessions.fileChange(3 * SECOND, "src/zebra.ts", "@@ -1 +1 @@\n-cat\n+zebra\n"),
                output(4, "zebra\r\n"),
                TestSessions.end(5 * SECOND, 0)));
    assertEquals(
        List.of(
            "0:04.001\t1\tscreen\tzebra",
            "0:02\t1\tuser\trename the zebra",
            "0:03\t1\tsrc/zebra.ts\tsrc/zebra.ts",
            "0:03\t1\tsrc/zebra.ts\t+zebra"),
        lines("grep", "zebra").stream().map(line -> line.split("\t", 2)[1]).toList());
    assertEquals(1, lines("grep", "--in", "messages", "zebra").size());
    assertEquals(3, lines("grep", "--in", "lines,files", "zebra").size());
    var mapper = new ObjectMapper();
    var said = mapper.readTree(lines("grep", "--json", "--in", "messages", "zebra").getFirst());
    assertEquals("1", said.get("number").asText());
    assertEquals("user", said.get("kind").asText());
    var changed = mapper.readTree(lines("grep", "--json", "--in", "files", "\\+z").getFirst());
    assertEquals("src/zebra.ts", changed.get("path").asText());
    assertEquals("modified", changed.get("change").asText());

    assertEquals(0, mantra.run("rm", "--yes", "last").status());
    try (var files = Files.walk(home.resolve("m/cache"))) {
      assertTrue(files.noneMatch(file -> file.toString().contains("dddddd")));
    }
  }

  @Test
  void aTerminalGetsHeadingsColoursAndLinks() {
    mantra.onTerminal(80, Stream.OUT);
    var listing = mantra.run("grep", "expired");
    var link = "\u001b]8;;" + mantra.sessions().resolve(NEWER).toUri().toASCIIString();
    assertTrue(listing.out().startsWith("\u001b[36m" + link), listing.out());
    assertTrue(listing.out().contains("the token \u001b[31mexpired\u001b[0m\n"), listing.out());
    assertTrue(
        listing.out().contains("  2026-11-20 09:00:00  claude  shop\u001b[0m"), listing.out());
    assertTrue(listing.out().lines().allMatch(line -> line.length() < 800), listing.out());
    var plain = mantra.with("NO_COLOR", "1").run("grep", "expired", "last~1").out();
    assertEquals(
        OLDER
            + "  2026-11-19 09:00:00  bash  shop\n"
            + "  0:01.001      -  screen     Token expired in auth.ts\n",
        plain);
  }

  @Test
  void aSessionThatCannotBeReadHidesNoOther() throws IOException {
    var journal = mantra.sessions().resolve(NEWER + "/journal/19700101-00LX.cq4");
    Files.delete(journal);
    var result = mantra.run("grep", "-i", "token");
    assertEquals(2, result.status());
    assertEquals(OLDER + "\t0:01.001\t-\tscreen\tToken expired in auth.ts\n", result.out());
    assertTrue(result.err().startsWith("mantra: cannot search in " + NEWER), result.err());
  }

  @Test
  void whoeverHasSeenEnoughEndsIt() {
    // Else threads that nobody waits for still write the collected lines when the folder goes.
    mantra.run("grep", "token");
    var full = new CliTest.Broken("Broken pipe");
    assertEquals(141, mantra.writingTo(full).run("grep", "token").status());
  }
}
