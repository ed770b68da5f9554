package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import dev.mantra.cli.PlantedFacts.Fact;
import dev.mantra.cli.PlantedFacts.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    var random = new Random(SEED);
    var ids = mantra.run("grep", "-l", "").out().lines().limit(4).toList();
    var displayed = new ArrayList<String>();
    var said = new ArrayList<String>();
    for (var id : ids) {
      mantra.run("text", id).out().lines().forEach(line -> displayed.add(id + "\t" + line));
      said(id).forEach(line -> said.add(id + "\t" + line));
    }
    for (int i = 0; i < PATTERNS; i++) {
      var regex = regex(random, displayed, said);
      var pattern = Pattern.compile(regex);
      assertEquals(
          scan(displayed, pattern), grep(regex, "lines", ids), "lines, seed " + SEED + " " + regex);
      assertEquals(
          scan(said, pattern),
          grep(regex, "messages", ids),
          "messages, seed " + SEED + " " + regex);
    }
  }

  /** The lines of all messages and steps, in their order. */
  private List<String> said(String session) throws IOException {
    var out = mantra.run("messages", session, "--json", "--full", "--kind", "all").out();
    var lines = new ArrayList<String>();
    for (var message : mapper.readTree(out).get("messages")) {
      for (var block : message.get("blocks")) {
        switch (block.get("is").asText()) {
          case "text" -> block.get("text").asText().lines().forEach(lines::add);
          case "call" -> {
            lines.add(block.get("name").asText());
            var input = mapper.readTree(block.get("input").asText());
            lines.add("command: " + input.get("command").asText());
          }
          case "result" -> block.get("output").asText().lines().forEach(lines::add);
          // Changes of files are looked through as such.
          default -> {}
        }
      }
    }
    return lines;
  }

  private static List<String> scan(List<String> lines, Pattern pattern) {
    return lines.stream()
        .filter(line -> pattern.matcher(line.substring(line.indexOf('\t') + 1)).find())
        .toList();
  }

  private List<String> grep(String regex, String part, List<String> ids) throws IOException {
    var words = new ArrayList<>(List.of("grep", "--json", "--in", part, regex));
    words.addAll(ids);
    var lines = new ArrayList<String>();
    for (var line : mantra.run(words.toArray(String[]::new)).out().lines().toList()) {
      var hit = mapper.readTree(line);
      lines.add(hit.get("session").asText() + "\t" + hit.get("text").asText());
    }
    return lines;
  }

  /** An expression made of a piece of some line, so that it mostly matches something. */
  private static String regex(Random random, List<String> displayed, List<String> said) {
    var lines = random.nextBoolean() ? displayed : said;
    var line = lines.get(random.nextInt(lines.size()));
    var text = line.substring(line.indexOf('\t') + 1).strip();
    int from = text.isEmpty() ? 0 : random.nextInt(text.length());
    var piece = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(6)));
    var literal = Pattern.quote(piece);
    return switch (random.nextInt(8)) {
      case 0 -> literal + "$";
      case 1 -> "^" + literal;
      case 2 -> "(?i)" + literal;
      case 3 -> literal + ".*[a-m]{2}";
      case 4 -> "(" + literal + "|is|works)\\b";
      case 5 -> "[^ ]*" + literal + "[^ ]*";
      case 6 -> "\\w+ " + literal;
      default -> literal;
    };
  }
}
