package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** search and index. */
final class SearchCommandTest {

  private static final long SECOND = 1_000_000_000L;
  private static final String BASH = "20261119T090000Z-bash-bbbbbb";
  private static final String CLAUDE = "20261120T090000Z-claude-cccccc";

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void fill() throws IOException {
    mantra = new TestProgram(home);
    var sessions = new TestSessions(mantra.sessions());
    sessions.add(
        BASH,
        header -> header.command(List.of(Bytes.utf8("bash"))),
        List.of(output(1, "token bucket\r\n"), TestSessions.end(5 * SECOND, 0)));
    sessions.add(
        CLAUDE,
        header -> header,
        List.of(
            TestSessions.prompt(1 * SECOND, "p1", "why is the token\u001b[31m expired"),
            output(3, "the token expired\r\n"),
            TestSessions.fileChange(4 * SECOND, "src/auth.ts", "@@ -1 +1 @@\n-a\n+lease\n"),
            TestSessions.end(5 * SECOND, 0)));
  }

  private static Event output(long second, String text) {
    return new Event.Output(second * SECOND, Bytes.utf8(text));
  }

  @Test
  void placesComeWithPositionsTheBestFirst() {
    var result = mantra.run("search", "token", "expired");
    assertEquals(
        CLAUDE
            + "\t0:01\t1\tuser\twhy is the token\\e[31m expired\n"
            + CLAUDE
            + "\t0:03\t1\tscreen\tthe token expired\n",
        result.out());
    assertEquals(0, result.status());
    assertEquals("", result.err());
  }

  @Test
  void statusesAreThoseOfOtherCommands() {
    assertEquals(1, mantra.run("search", "zebra").status());
    assertEquals(2, mantra.run("search", "(token").status());
    assertEquals(2, mantra.run("search", "token", "--facets", "size").status());
    assertEquals(
        "mantra: column 7 of 'token agnet:x': there is no field 'agnet'; did you mean agent:? Put it"
            + " in quotes to look for it as text\n",
        mantra.run("search", "token", "agnet:x").err());
  }

  @Test
  void questionsNeedNoQuotes() {
    var thursday = mantra.run("search", "what", "did", "I", "work", "on", "last", "thursday");
    assertTrue(thursday.out().startsWith(BASH), thursday.out());
    assertFalse(thursday.out().contains(CLAUDE));
    assertTrue(mantra.run("search", "every session that touched auth.ts").out().startsWith(CLAUDE));
    var asked = mantra.run("search", "what I asked yesterday").out();
    assertEquals(CLAUDE + "\t0:01\t1\tuser\twhy is the token\\e[31m expired\n", asked);
  }

  @Test
  void jsonHasEverything() throws IOException {
    var found =
        new ObjectMapper()
            .readTree(mantra.run("search", "--json", "token", "--facets", "agent,kind").out());
    assertEquals(1, found.get("schemaVersion").asInt());
    assertEquals(2, found.get("total").asInt());
    assertEquals("exact", found.get("precision").asText());
    var first = found.get("sessions").get(0);
    assertEquals(CLAUDE, first.get("id").asText());
    assertEquals("shop", first.get("project").asText());
    assertEquals("1", first.get("hits").get(0).get("number").asText());
    assertEquals("[[11,16]]", first.get("hits").get(0).get("matches").toString());
    assertEquals(1, found.get("facets").get("agent").get("bash").asInt());
    assertEquals(2, found.get("facets").get("kind").get("line").asInt());
  }

  @Test
  void aTerminalGetsALineForEachSessionAndPlace() {
    mantra.onTerminal(100, Stream.OUT).with("NO_COLOR", "1");
    var result = mantra.run("search", "bucket", "--facets", "agent");
    assertEquals(
        BASH
            + "  2026-11-19 09:00:00  bash  shop\n"
            + "      0:01      -  screen     token bucket\n"
            + "agent  bash 1\n",
        result.out());
    assertTrue(mantra.run("search", "token", "-n", "1").err().contains("1 more sessions"));
  }

  @Test
  void indexMakesItAheadOfTheQuestion() throws IOException {
    assertEquals("", mantra.run("index").out());
    var files = home.resolve("m/cache/index/lucene");
    List<Path> before;
    try (var all = Files.list(files)) {
      before = all.sorted().toList();
    }
    assertEquals(0, mantra.run("search", "token").status());
    try (var all = Files.list(files)) {
      assertEquals(before, all.sorted().toList());
    }
  }

  @Test
  void whatIsDeletedIsFoundNoMore() throws IOException {
    assertEquals(0, mantra.run("search", "lease").status());
    assertEquals(0, mantra.run("rm", "--yes", CLAUDE).status());
    assertEquals(1, mantra.run("search", "lease").status());
    try (var files = Files.walk(home.resolve("m/cache"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("lease"), file.toString());
      }
    }
  }
}
