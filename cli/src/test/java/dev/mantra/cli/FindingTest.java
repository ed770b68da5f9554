package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mantra.cli.PlantedFacts.Fact;
import dev.mantra.cli.PlantedFacts.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in sessions is found, each once, and where it is; what was never there is not. */
final class FindingTest {

  private static final long SEED = 20261121;
  private static final int SWEEP = Integer.getInteger("mantra.sweep", 1);

  /** With thirteen ways that is more than three hundred facts. */
  private static final int SESSIONS = 12 * SWEEP;

  private static final int TIMES_EACH = 2;
  private static final int PATTERNS = 200;

  /** Transcripts are read a quarter of a second after something was said. */
  private static final double LATE = 0.3;

  private static final Set<Way> SAID = Set.of(Way.PROMPT, Way.REPLY, Way.CALL, Way.RESULT);

  @TempDir Path home;
  private final ObjectMapper mapper = new ObjectMapper();
  private TestProgram mantra = new TestProgram(Path.of("/"));
  private PlantedFacts planted = new PlantedFacts(new TestSessions(Path.of("/")), SEED);

  @BeforeEach
  void plant() throws IOException {
    mantra = new TestProgram(home);
    planted = new PlantedFacts(new TestSessions(mantra.sessions()), SEED);
    planted.plant(SESSIONS, TIMES_EACH);
  }

  @Test
  void grepFindsEachFactOnceAndWhereItIs() throws IOException {
    assertTrue(planted.facts().size() >= 300);
    for (var fact : planted.facts()) {
      var lines = mantra.run("grep", "--json", fact.text()).out().lines().toList();
      assertEquals(1, lines.size(), fact + " " + lines);
      var hit = mapper.readTree(lines.getFirst());
      assertEquals(fact.session(), hit.get("session").asText(), fact.toString());
      assertIsAt(fact, hit);
    }
  }

  @Test
  void searchFindsEachFactOnceAndWhereItIs() throws IOException {
    for (var fact : planted.facts()) {
      var found = mapper.readTree(mantra.run("search", "--json", fact.text()).out());
      assertEquals(1, found.get("total").asInt(), fact + " " + found);
      assertEquals("exact", found.get("precision").asText(), fact.toString());
      var session = found.get("sessions").get(0);
      assertEquals(fact.session(), session.get("id").asText(), fact.toString());
      assertEquals(1, session.get("hits").size(), fact + " " + session);
      assertIsAt(fact, session.get("hits").get(0));
    }
  }

  private static void assertIsAt(Fact fact, JsonNode hit) {
    var what = fact + " " + hit;
    assertTrue(hit.get("text").asText().contains(fact.text()), what);
    double late = hit.get("at").asDouble() - fact.second();
    assertTrue(late >= 0 && late < LATE, what);
    var part = SAID.contains(fact.way()) ? "messages" : fact.way() == Way.FILE ? "files" : "lines";
    assertEquals(part, hit.get("in").asText(), what);
    assertEquals(fact.number(), hit.get(part.equals("messages") ? "number" : "message").asText());
  }

  @Test
  void whatWasNeverDisplayedIsNotFound() {
    mantra.run("index");
    for (var text : planted.neverSeen().subList(0, 50)) {
      assertEquals(1, mantra.run("grep", text).status(), text);
      assertEquals(1, mantra.run("search", text).status(), text);
    }
  }

  @Test
  void grepIsAScanOfTextAndMessages() throws IOException {
    var ids = mantra.run("grep", "-l", "").out().lines().limit(4).toList();
    new GrepOracle(mantra, ids, GrepOracle.Edits.SEEN, SEED).compare(PATTERNS);
  }
}
