package dev.mantra.replayer.render;

import dev.mantra.terminal.Color;
import dev.mantra.terminal.Line;
import dev.mantra.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Neighbouring cells of a row that have the same style. */
record Run(Style style, List<Glyph> glyphs) {

  private static final int DECORATED =
      Style.UNDERLINE | Style.INVERSE | Style.STRIKE | Style.OVERLINE;
  private static final int SEEN_ON_TEXT_ALONE =
      Style.BOLD | Style.DIM | Style.ITALIC | Style.BLINK | Style.HIDDEN;

  /** The whole row but for what is blank and plain at its end. */
  static List<Run> of(Line line) {
    var runs = new ArrayList<Run>();
    int end = end(line);
    for (int x = 0; x < end; ) {
      var glyph = glyph(line, x);
      var style = shown(line.styleAt(x), glyph);
      if (runs.isEmpty() || !runs.getLast().style.equals(style)) {
        runs.add(new Run(style, new ArrayList<>()));
      }
      runs.getLast().glyphs.add(glyph);
      x += glyph.columns();
    }
    return runs;
  }

  int column() {
    return glyphs.getFirst().column();
  }

  int columns() {
    return glyphs.getLast().column() + glyphs.getLast().columns() - column();
  }

  String text() {
    var text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }

  private static int end(Line line) {
    int end = line.columns();
    while (end > 0 && isNothing(line, end - 1)) {
      end--;
    }
    return end;
  }

  private static boolean isNothing(Line line, int x) {
    if (line.widthAt(x) != 1) {
      return false;
    }
    var glyph = glyph(line, x);
    return glyph.isBlank() && shown(line.styleAt(x), glyph).equals(Style.PLAIN);
  }

  private static Glyph glyph(Line line, int x) {
    var text = line.isBlankAt(x) ? " " : VisibleText.of(line.textAt(x));
    // A half of a wide character stands alone only if the terminal is broken; it counts as blank.
    int columns = Math.max(1, line.widthAt(x));
    return new Glyph(x, columns, text.isEmpty() ? " " : text);
  }

  /** Of a blank cell's style only what is seen. */
  private static Style shown(Style style, Glyph glyph) {
    if (!glyph.isBlank() || style.equals(Style.PLAIN)) {
      return style;
    }
    boolean decorated = (style.attributes() & DECORATED) != 0;
    return new Style(
        decorated ? style.foreground() : Color.STANDARD,
        style.background(),
        style.underline() > 0 ? style.underlineColor() : Color.STANDARD,
        style.attributes() & ~SEEN_ON_TEXT_ALONE,
        decorated ? style.link() : Optional.empty());
  }
}
