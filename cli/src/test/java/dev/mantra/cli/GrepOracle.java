package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A straightforward scan of what {@code mantra text} and {@code mantra messages} print, and
 * expressions made of pieces of that, with which it is compared to {@code mantra grep}.
 */
final class GrepOracle {

  private final TestProgram mantra;
  private final List<String> sessions;
  private final Edits edits;
  private final long seed;
  private final ObjectMapper mapper = new ObjectMapper();
  private final List<Line> displayed = new ArrayList<>();
  private final List<Line> said = new ArrayList<>();

  /** Where the edits in messages come from. */
  enum Edits {
    /** What agents say they changed is part of what they say. */
    TOLD,
    /** What was seen to change is looked through as files. */
    SEEN
  }

  /** A line and the session that it is in. */
  private record Line(String session, String text) {}

  /**
   * @param sessions their ids, in the order in which grep goes through them
   */
  GrepOracle(TestProgram mantra, List<String> sessions, Edits edits, long seed) throws IOException {
    this.mantra = mantra;
    this.edits = edits;
    this.sessions = sessions;
    this.seed = seed;
    for (var id : sessions) {
      mantra.run("text", id).out().lines().forEach(line -> displayed.add(new Line(id, line)));
      addSaid(id);
    }
    assertTrue(!displayed.isEmpty() && !said.isEmpty(), "there is nothing to compare");
  }

  /** Compares so many expressions, in displayed lines and in messages. */
  void compare(int count) throws IOException {
    var random = new Random(seed);
    for (int i = 0; i < count; i++) {
      var regex = regex(random);
      boolean ignoresCase = random.nextInt(4) == 0;
      var pattern = Pattern.compile(regex, ignoresCase ? Pattern.CASE_INSENSITIVE : 0);
      compare("lines", displayed, regex, pattern, ignoresCase);
      compare("messages", said, regex, pattern, ignoresCase);
    }
  }

  private void compare(
      String part, List<Line> lines, String regex, Pattern pattern, boolean ignoresCase)
      throws IOException {
    var scanned = lines.stream().filter(line -> pattern.matcher(line.text).find()).toList();
    var what = part + ", seed " + seed + ", " + (ignoresCase ? "-i " : "") + regex;
    var found = grep(part, regex, ignoresCase);
    for (int i = 0; i < Math.min(scanned.size(), found.size()); i++) {
      assertEquals(scanned.get(i), found.get(i), what + ", hit " + i);
    }
    assertEquals(scanned.size(), found.size(), what);
  }

  /** The lines of all messages and steps, in their order. */
  private void addSaid(String session) throws IOException {
    var out = mantra.run("messages", session, "--json", "--full", "--kind", "all").out();
    for (var message : mapper.readTree(out).get("messages")) {
      for (var block : message.get("blocks")) {
        switch (block.get("is").asText()) {
          case "text" -> addSaid(session, block.get("text").asText());
          case "call" -> {
            addSaid(session, block.get("name").asText());
            addInput(session, block.get("input").asText());
          }
          case "result" -> addSaid(session, block.get("output").asText());
          case "edit" -> {
            if (edits == Edits.TOLD) {
              addSaid(session, block.path("path").asText());
              addSaid(session, block.path("movedTo").asText());
              addSaid(session, block.path(block.has("patch") ? "patch" : "after").asText());
            }
          }
          case "titled" -> addSaid(session, block.get("title").asText());
          default -> {}
        }
      }
    }
  }

  /** What a tool was called with: each text and number behind its name. */
  private void addInput(String session, String input) throws IOException {
    if (input.strip().startsWith("{")) {
      addInput(session, "", mapper.readTree(input));
    } else {
      addSaid(session, input);
    }
  }

  private void addInput(String session, String name, JsonNode value) {
    if (value.isObject()) {
      value.properties().forEach(one -> addInput(session, one.getKey(), one.getValue()));
    } else if (value.isArray()) {
      value.forEach(one -> addInput(session, name, one));
    } else {
      addSaid(session, name + ": " + value.asText());
    }
  }

  private void addSaid(String session, String text) {
    text.lines().forEach(line -> said.add(new Line(session, line)));
  }

  private List<Line> grep(String part, String regex, boolean ignoresCase) throws IOException {
    var words = new ArrayList<>(List.of("grep", "--json", "--in", part));
    if (ignoresCase) {
      words.add("-i");
    }
    words.addAll(List.of("--", regex));
    words.addAll(sessions);
    var lines = new ArrayList<Line>();
    for (var line : mantra.run(words.toArray(String[]::new)).out().lines().toList()) {
      var hit = mapper.readTree(line);
      lines.add(new Line(hit.get("session").asText(), hit.get("text").asText()));
    }
    return lines;
  }

  /** An expression made of a piece of some line, so that it mostly matches something. */
  private String regex(Random random) {
    var lines = random.nextBoolean() ? displayed : said;
    var text = lines.get(random.nextInt(lines.size())).text.strip();
    int from = text.isEmpty() ? 0 : random.nextInt(text.length());
    var piece = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(6)));
    var literal = Pattern.quote(piece);
    return switch (random.nextInt(9)) {
      case 0 -> literal + "$";
      case 1 -> "^" + literal;
      case 2 -> "(?i)" + literal;
      case 3 -> literal + ".*[a-m]{2}";
      case 4 -> "(" + literal + "|is|works)\\b";
      case 5 -> "[^ ]*" + literal + "[^ ]*";
      case 6 -> "\\w+ " + literal;
      case 7 -> "\\b" + literal + "\\b";
      default -> literal;
    };
  }
}
