package dev.mantra.cli;

import static dev.mantra.cli.TestSessions.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever shows something of a session shows no secret, and leaves none in the cache. */
final class CoveredDoorsTest {

  private static final long SECOND = 1_000_000_000L;

  private static final String TELLING = TOKEN.substring(6, 20);

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));
  private List<Event> events = List.of();

  @BeforeEach
  void start() throws IOException {
    mantra = new TestProgram(home);
    events =
        List.of(
            new Event.Output(SECOND, Bytes.utf8("$ export GH_TOKEN=" + TOKEN.substring(0, 20))),
            new Event.Output(SECOND + 1, Bytes.utf8(TOKEN.substring(20) + "\r\n$ ")),
            new Event.Marker(SECOND + 2, "uses " + TOKEN),
            TestMessages.of(2, "p1", Kind.USER, new Block.Text("log in with " + TOKEN)),
            TestMessages.of(3, "c1", Kind.TOOL, new Block.Call("c1", "Bash", "env")),
            TestMessages.extended(
                4,
                "c1",
                new Block.Result(
                    "c1", Block.Result.Outcome.DONE, "GH_TOKEN=" + TOKEN, OptionalInt.of(0))),
            TestMessages.of(5, "r1", Kind.ASSISTANT, new Block.Text("I used " + TOKEN + ".")),
            new Event.Output(6 * SECOND, Bytes.utf8("again: " + TOKEN + "\r\n")),
            TestSessions.end(10 * SECOND, 0));
    new TestSessions(mantra.sessions())
        .add(
            "20261121T090000Z-bash-bbbbbb",
            header ->
                header
                    .title(Optional.of("with " + TOKEN))
                    .command(
                        Stream.of("/usr/bin/deploy", "--token", TOKEN).map(Bytes::utf8).toList()),
            events);
    mantra.run("mark", "last", "--at", "0:03", "later " + TOKEN);
    mantra.run("note", "last", "it was " + TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text last",
        "text last --json",
        "screen last",
        "screen last -f ansi",
        "screen last -f json",
        "screen last -f svg",
        "screen last -f html",
        "messages last",
        "messages last --full --kind all",
        "messages last --full --json",
        "grep again",
        "grep --json again",
        "grep --in messages used",
        "search again",
        "search --json again",
        "search log in",
        "info last",
        "info last --json",
        "ls",
        "ls --json",
        "scan last",
        "export last -f raw",
        "export last -f asciicast-v2",
        "export last -f asciicast-v3"
      })
  void noDoorShowsASecret(String door) throws IOException {
    var shown = mantra.run(door.split(" ", -1));
    assertFalse(shown.out().isEmpty(), shown.err());
    assertFalse(shown.out().contains(TELLING), shown.out());
    // What is in the cache by now is good, and shows none either.
    assertEquals(shown.out(), mantra.run(door.split(" ", -1)).out());
    assertNoneInCache();
  }

  @Test
  void theProgramKeepsItsNameWhenItsArgumentsAreCovered() throws IOException {
    var listed = mantra.run("ls", "--json").out();
    assertTrue(listed.contains("\"agent\" : \"deploy\""), listed);
    assertTrue(listed.contains("\"[REDACTED:github-token#1]\""), listed);
    assertTrue(listed.contains("\"with [REDACTED:github-token#1]\""), listed);
  }

  @Test
  void equalSecretsHaveTheSameNumberInAllThatIsShown() throws IOException {
    var covered = "[REDACTED:github-token#1]";
    assertTrue(mantra.run("text", "last").out().contains("again: " + covered));
    assertTrue(mantra.run("messages", "last").out().contains("log in with " + covered));
  }

  @Test
  void aSecretCannotBeFound() throws IOException {
    assertEquals(1, mantra.run("grep", TELLING).status());
    assertEquals(1, mantra.run("search", TOKEN).status());
    assertEquals(0, mantra.run("grep", "--reveal", "--force", TELLING).status());
    assertEquals(1, mantra.run("mark", "last", "--at", "/" + TELLING + "/", "x").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text last", "messages last", "grep again", "info last", "ls"})
  void originalsAreShownOnlyToWhomeverInsists(String door) throws IOException {
    assertEquals(2, mantra.run((door + " --reveal").split(" ", -1)).status());
    var shown = mantra.run((door + " --reveal --force").split(" ", -1));
    assertTrue(shown.out().contains(TELLING), shown.out() + shown.err());
    assertNoneInCache();
  }

  @Test
  void aPersonAtATerminalIsAsked() throws IOException {
    var person = mantra.onTerminal(80, TerminalProbe.Stream.values());
    assertFalse(person.typing("n\n").run("text", "last", "--reveal").out().contains(TELLING));
    assertTrue(person.typing("y\n").run("text", "last", "--reveal").out().contains(TELLING));
  }

  @Test
  void whatPeopleSayLaterIsCoveredFromThenOn() throws IOException {
    assertFalse(mantra.run("info", "last").out().contains("newer"));
    mantra.run("title", "last", "newer " + TOKEN);
    var shown = mantra.run("info", "last").out();
    assertTrue(shown.contains("newer [REDACTED:github-token#1]"), shown);
  }

  @Test
  void aSessionThatIsBeingRecordedIsShownAsFarAsItWasLookedAt() throws IOException {
    new TestSessions(mantra.sessions())
        .recording("20261121T100000Z-bash-cccccc", events.subList(0, events.size() - 1));
    var shown = mantra.run("text", "last").out();
    assertTrue(shown.contains("again: [REDACTED:github-token#1]"), shown);
    assertFalse(shown.contains(TELLING), shown);
  }

  @Test
  void nothingOfARedactionIsLeftWhenASessionIsDeleted() throws IOException {
    mantra.run("text", "last");
    assertFalse(cached().isEmpty());
    mantra.run("rm", "--yes", "last");
    assertEquals(List.of(), cached());
  }

  private void assertNoneInCache() throws IOException {
    for (var file : cached()) {
      var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertFalse(text.contains(TELLING), file.toString());
    }
  }

  private List<Path> cached() throws IOException {
    var cache = home.resolve("m/cache");
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (var files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
