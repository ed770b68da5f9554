package dev.mantra.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mantra.terminal.Color;
import dev.mantra.terminal.Line;
import dev.mantra.terminal.Style;
import dev.mantra.terminal.Terminal;
import java.util.Locale;

/**
 * A screen in the form in which terminals are compared: text and wrap flag of each row, stretches
 * of style and links as {@code [column, columns, what]}, the cursor, and the rows above the screen.
 */
final class EmulatedScreen {

  private EmulatedScreen() {}

  static ObjectNode of(Terminal terminal) {
    var screen = JsonNodeFactory.instance.objectNode();
    screen.put("cols", terminal.columns()).put("rows", terminal.rows());
    screen.putArray("cursor").add(terminal.cursorRow()).add(terminal.cursorColumn());
    screen.put("pendingWrap", terminal.isWrapPending());
    screen.put("cursorVisible", terminal.isCursorVisible());
    screen.put("alt", terminal.isAlternateScreen());
    screen.put("title", terminal.title());
    var lines = screen.putArray("lines");
    var wrapped = screen.putArray("wrapped");
    var styles = screen.putArray("attrs");
    var links = screen.putArray("links");
    for (int y = 0; y < terminal.rows(); y++) {
      var line = terminal.line(y);
      lines.add(line.text());
      wrapped.add(line.wrapped());
      styles(line, styles.addArray());
      links(line, y, links);
    }
    var scrollback = screen.putArray("scrollback");
    for (int i = 0; i < terminal.scrollbackSize(); i++) {
      scrollback.add(terminal.scrollbackLine(i).text());
    }
    return screen;
  }

  private static void styles(Line line, ArrayNode stretches) {
    var current = "";
    int from = 0;
    for (int x = 0; x <= line.columns(); x++) {
      boolean end = x == line.columns();
      var style = end ? "" : line.widthAt(x) == 0 ? current : style(line, x);
      if (end || !style.equals(current)) {
        if (!current.isEmpty()) {
          stretches.addArray().add(from).add(x - from).add(current);
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

  /** The style's words in their order; a blank cell keeps only what shows. */
  private static String style(Line line, int x) {
    var style = line.styleAt(x);
    boolean blank = line.isBlankAt(x) || line.textAt(x).equals(" ");
    boolean decorated =
        style.underline() > 0
            || style.has(Style.INVERSE)
            || style.has(Style.STRIKE)
            || style.has(Style.OVERLINE);
    var words = new StringBuilder();
    add(words, !blank && style.has(Style.BOLD), "bold");
    add(words, !blank && style.has(Style.DIM), "dim");
    add(words, !blank && style.has(Style.ITALIC), "italic");
    add(words, style.underline() > 0, "ul=" + style.underline());
    add(words, !blank && style.has(Style.BLINK), "blink");
    add(words, style.has(Style.INVERSE), "inverse");
    add(words, !blank && style.has(Style.HIDDEN), "hidden");
    add(words, style.has(Style.STRIKE), "strike");
    add(words, style.has(Style.OVERLINE), "overline");
    add(
        words,
        (!blank || decorated) && !style.foreground().equals(Color.STANDARD),
        "fg=" + name(style.foreground()));
    add(words, !style.background().equals(Color.STANDARD), "bg=" + name(style.background()));
    return words.isEmpty() ? "" : words.substring(1);
  }

  private static void add(StringBuilder words, boolean wanted, String word) {
    if (wanted) {
      words.append(',').append(word);
    }
  }

  private static String name(Color color) {
    return switch (color) {
      case Color.Standard _ -> "";
      case Color.Indexed(int index) -> Integer.toString(index);
      case Color.Rgb(int rgb) -> String.format(Locale.ROOT, "#%06x", rgb);
    };
  }
}
