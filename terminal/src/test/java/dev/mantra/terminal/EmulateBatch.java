package dev.mantra.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Base64;

/**
 * Plays cases and shows the screens that they end with: one JSON case a line in, one JSON screen a
 * line out. A case is {@code {cols, rows, scrollback, chunks}}, where a chunk is base64 or {@code
 * {"resize": [cols, rows]}}. {@code --widths code-points} takes the other width policy.
 */
final class EmulateBatch {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EmulateBatch() {}

  public static void main(String[] args) throws IOException {
    WidthPolicy policy =
        String.join(" ", args).contains("code-points")
            ? WidthPolicy.CODE_POINTS
            : WidthPolicy.CLUSTERS;
    var in =
        new BufferedReader(
            new InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8));
    var out = new PrintStream(System.out, false, java.nio.charset.StandardCharsets.UTF_8);
    for (String line; (line = in.readLine()) != null; ) {
      if (!line.isBlank()) {
        out.println(JSON.writeValueAsString(screenOf(play(JSON.readTree(line), policy))));
        out.flush();
      }
    }
  }

  static Terminal play(JsonNode test, WidthPolicy policy) {
    var options = new TerminalOptions(test.path("scrollback").asInt(0), policy);
    var terminal = new Terminal(test.get("cols").asInt(), test.get("rows").asInt(), options);
    for (JsonNode chunk : test.get("chunks")) {
      if (chunk.isTextual()) {
        terminal.feed(Base64.getDecoder().decode(chunk.asText()));
      } else {
        terminal.resize(chunk.get("resize").get(0).asInt(), chunk.get("resize").get(1).asInt());
      }
    }
    return terminal;
  }

  static ObjectNode screenOf(Terminal terminal) {
    ObjectNode screen = JSON.createObjectNode();
    screen.put("cols", terminal.columns()).put("rows", terminal.rows());
    screen.putArray("cursor").add(terminal.cursorRow()).add(terminal.cursorColumn());
    screen.put("pendingWrap", terminal.isWrapPending());
    screen.put("cursorVisible", terminal.isCursorVisible());
    screen.put("alt", terminal.isAlternateScreen());
    screen.put("title", terminal.title());
    ArrayNode lines = screen.putArray("lines");
    ArrayNode wrapped = screen.putArray("wrapped");
    ArrayNode attributes = screen.putArray("attrs");
    ArrayNode links = screen.putArray("links");
    for (int y = 0; y < terminal.rows(); y++) {
      Line line = terminal.line(y);
      lines.add(line.text());
      wrapped.add(line.wrapped());
      runs(line, attributes.addArray());
      links(line, y, links);
    }
    ArrayNode scrollback = screen.putArray("scrollback");
    for (int i = 0; i < terminal.scrollbackSize(); i++) {
      scrollback.add(terminal.scrollbackLine(i).text());
    }
    return screen;
  }

  private static void runs(Line line, ArrayNode runs) {
    String current = "";
    int from = 0;
    for (int x = 0; x <= line.columns(); x++) {
      String style = x == line.columns() ? "" : line.widthAt(x) == 0 ? current : style(line, x);
      if (x == line.columns() || !style.equals(current)) {
        if (!current.isEmpty()) {
          runs.addArray().add(from).add(x - from).add(current);
        }
        current = style;
        from = x;
      }
    }
  }

  private static void links(Line line, int y, ArrayNode links) {
    for (int x = 0; x < line.columns(); ) {
      var link = line.styleAt(x).link();
      int from = x;
      while (x < line.columns() && line.styleAt(x).link().equals(link)) {
        x++;
      }
      if (link.isPresent()) {
        links.addArray().add(y).add(from).add(x - from).add(link.get().uri());
      }
    }
  }

  /** A blank cell keeps only what shows of a style. */
  private static String style(Line line, int x) {
    Style style = line.styleAt(x);
    boolean blank = line.isBlankAt(x) || line.textAt(x).equals(" ");
    boolean decorated =
        style.underline() > 0
            || style.has(Style.INVERSE)
            || style.has(Style.STRIKE)
            || style.has(Style.OVERLINE);
    var text = new StringBuilder();
    add(text, !blank && style.has(Style.BOLD), "bold");
    add(text, !blank && style.has(Style.DIM), "dim");
    add(text, !blank && style.has(Style.ITALIC), "italic");
    add(text, style.underline() > 0, "ul=" + style.underline());
    add(text, !blank && style.has(Style.BLINK), "blink");
    add(text, style.has(Style.INVERSE), "inverse");
    add(text, !blank && style.has(Style.HIDDEN), "hidden");
    add(text, style.has(Style.STRIKE), "strike");
    add(text, style.has(Style.OVERLINE), "overline");
    add(
        text,
        (!blank || decorated) && !style.foreground().equals(Color.STANDARD),
        "fg=" + name(style.foreground()));
    add(text, !style.background().equals(Color.STANDARD), "bg=" + name(style.background()));
    return text.isEmpty() ? "" : text.substring(1);
  }

  private static void add(StringBuilder text, boolean wanted, String word) {
    if (wanted) {
      text.append(',').append(word);
    }
  }

  private static String name(Color color) {
    return switch (color) {
      case Color.Standard _ -> "";
      case Color.Indexed(int index) -> Integer.toString(index);
      case Color.Rgb(int rgb) -> String.format("#%06x", rgb);
    };
  }
}
