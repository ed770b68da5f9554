package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions as people type them, at noon of Saturday, 21 November 2026. */
final class QuestionsTest {

  private static final long SECOND = 1_000_000_000L;
  private static final String SOCKET = "20261110T090000Z-claude-bbbbbb";
  private static final String TUESDAY = "20261117T100000Z-claude-cccccc";
  private static final String AUTH = "20261118T110000Z-claude-dddddd";
  private static final String THURSDAY = "20261119T090000Z-claude-ffffff";
  private static final String THURSDAY_NIGHT = "20261119T213000Z-claude-gggggg";
  private static final String TALK = "20261120T090000Z-claude-hhhhhh";

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void fill() throws IOException {
    mantra = new TestProgram(home);
    session(
        SOCKET,
        TestSessions.prompt(SECOND, "p1", "debug why the WebSocket drops"),
        shown(3, "the reconnection of the WebSocket was debugged"));
    session(
        TUESDAY,
        TestSessions.prompt(SECOND, "p1", "how do tides work"),
        shown(2, "by the moon"),
        TestSessions.prompt(3 * SECOND, "p2", "and neap tides"));
    session(
        AUTH,
        TestSessions.prompt(SECOND, "p1", "make logins expire"),
        TestSessions.fileChange(2 * SECOND, "src/auth.ts", "@@ -1 +1 @@\n-a\n+lease\n"));
    session(
        THURSDAY,
        TestSessions.prompt(SECOND, "p1", "glaze the kiln"),
        TestSessions.fileChange(2 * SECOND, "lib/auth.ts", "@@ -1 +1 @@\n-b\n+c\n"));
    session(THURSDAY_NIGHT, TestSessions.prompt(SECOND, "p1", "fire the kiln"));
    session(
        TALK,
        TestSessions.prompt(SECOND, "p1", "what does auth.ts do"),
        shown(2, "FAIL a failing test: expected 3, got 4"));
  }

  private void session(String name, Event... events) throws IOException {
    var id = new SessionId(name);
    Instant start = id.startedAt().orElseThrow();
    var all = new ArrayList<>(List.of(events));
    all.add(TestSessions.end(9 * SECOND, 0));
    new TestSessions(mantra.sessions())
        .add(name, _ -> SessionHeader.builder(id, start, "mantra test"), all);
  }

  private static Event shown(long second, String text) {
    return new Event.Output(second * SECOND, Bytes.utf8(text + "\r\n"));
  }

  private JsonNode ask(String question) throws IOException {
    return new ObjectMapper().readTree(mantra.run("search", "--json", question).out());
  }

  private Set<String> sessions(String question) throws IOException {
    var ids = new TreeSet<String>();
    ask(question).get("sessions").forEach(session -> ids.add(session.get("id").asText()));
    return ids;
  }

  private JsonNode best(String question) throws IOException {
    return ask(question).get("sessions").get(0);
  }

  @Test
  void whatWasWorkedOnAtADayIsAllThatWentOnThen() throws IOException {
    assertEquals(Set.of(THURSDAY, THURSDAY_NIGHT), sessions("what did I work on last thursday"));
  }

  @Test
  void aSessionIsFoundByWhatWasDoneInIt() throws IOException {
    var question = "the session in which I debugged the WebSocket reconnection";
    assertEquals(SOCKET, best(question).get("id").asText());
  }

  @Test
  void sessionsThatTouchedAFileAreNotThoseThatTalkOfIt() throws IOException {
    assertEquals(Set.of(AUTH, THURSDAY), sessions("every session that touched auth.ts"));
  }

  @Test
  void outputIsWhereItWasDisplayed() throws IOException {
    var best = best("the failing test's output");
    assertEquals(TALK, best.get("id").asText());
    assertEquals("lines", best.get("hits").get(0).get("in").asText());
  }

  @Test
  void whatWasAskedArePromptsAndNothingElse() throws IOException {
    var question = "what I asked last tuesday";
    assertEquals(Set.of(TUESDAY), sessions(question));
    var hits = best(question).get("hits");
    hits.forEach(hit -> assertEquals("user", hit.get("kind").asText(), hit.toString()));
    assertEquals(2, hits.size());
  }
}
