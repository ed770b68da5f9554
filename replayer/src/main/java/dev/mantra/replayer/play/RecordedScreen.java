package dev.mantra.replayer.play;

import dev.mantra.terminal.Color;
import dev.mantra.terminal.Line;
import dev.mantra.terminal.Mode;
import dev.mantra.terminal.Style;
import dev.mantra.terminal.Terminal;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Puts a recorded screen into a picture: at the top left of an area, with a border where the area
 * is larger, and cut to what the viewport shows where it is smaller.
 */
final class RecordedScreen {

  static final Style BORDER =
      new Style(Color.STANDARD, Color.STANDARD, Color.STANDARD, Style.DIM, Optional.empty());

  private final ShownText texts = new ShownText();

  /**
   * @param hits the cells to make stand out, by row times the terminal's columns plus column
   */
  void draw(Terminal terminal, Viewport viewport, BitSet hits, Picture picture, Area area) {
    int rows = Math.min(area.rows(), terminal.rows() - viewport.row());
    int columns = Math.min(area.columns(), terminal.columns() - viewport.column());
    var styles = new ShownStyles(terminal);
    for (int y = 0; y < rows; y++) {
      int row = viewport.row() + y;
      var line = terminal.line(row);
      drawLine(line, viewport.column(), columns, styles, picture, area.row() + y, area.column());
      highlight(hits, row * terminal.columns() + viewport.column(), columns, picture, area, y);
    }
    drawBorder(picture, area, rows, columns);
    drawCursor(terminal, viewport, picture, area);
  }

  private void drawLine(
      Line line, int from, int columns, ShownStyles styles, Picture picture, int y, int x) {
    var ascii = asciiCells(line);
    var before = Picture.BLANK;
    for (int i = 0; i < columns; i++) {
      int column = from + i;
      var style = styles.at(line, column);
      if (ascii.isPresent()) {
        picture.put(y, x + i, ShownText.ascii(ascii.get().charAt(column)), 1, style);
        continue;
      }
      int width = line.widthAt(column);
      if (width == 0 || i + width > columns) {
        // half of a wide character that is cut
        picture.put(y, x + i, Picture.BLANK, 1, style);
        before = Picture.BLANK;
        continue;
      }
      before = texts.of(line.textAt(column), width, before);
      if (width == 2 && before.equals(ShownText.REPLACEMENT)) {
        picture.put(y, x + i, before, 1, style);
        picture.put(y, x + i + 1, Picture.BLANK, 1, style);
        before = Picture.BLANK;
      } else {
        picture.put(y, x + i, before, width, style);
      }
      i += width - 1;
    }
  }

  /** The text of a line in which each cell holds a printable ASCII character: most do. */
  private static Optional<String> asciiCells(Line line) {
    var text = line.paddedText();
    boolean ascii =
        text.length() == line.columns() && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return ascii ? Optional.of(text) : Optional.empty();
  }

  private static void highlight(
      BitSet hits, int first, int columns, Picture picture, Area area, int y) {
    for (int i = hits.nextSetBit(first);
        i >= 0 && i < first + columns;
        i = hits.nextSetBit(i + 1)) {
      int x = area.column() + i - first;
      picture.restyle(area.row() + y, x, RecordedScreen::hit);
    }
  }

  /** Reversed, so that it stands out in every colour scheme, and underlined as some text is so. */
  private static Style hit(Style style) {
    int reversed = (style.attributes() | Style.BOLD) ^ Style.INVERSE;
    int underlined = (reversed & ~Style.UNDERLINE) | (1 << Style.UNDERLINE_SHIFT);
    return new Style(
        style.foreground(), style.background(), Color.STANDARD, underlined, Optional.empty());
  }

  private static void drawBorder(Picture picture, Area area, int rows, int columns) {
    boolean right = columns < area.columns();
    boolean bottom = rows < area.rows();
    if (right) {
      for (int y = 0; y < rows; y++) {
        picture.put(area.row() + y, area.column() + columns, "\u2502", 1, BORDER);
      }
    }
    if (bottom) {
      for (int x = 0; x < columns; x++) {
        picture.put(area.row() + rows, area.column() + x, "\u2500", 1, BORDER);
      }
      if (right) {
        picture.put(area.row() + rows, area.column() + columns, "\u2518", 1, BORDER);
      }
    }
  }

  private static void drawCursor(Terminal terminal, Viewport viewport, Picture picture, Area area) {
    int y = terminal.cursorRow() - viewport.row();
    int x = terminal.cursorColumn() - viewport.column();
    if (terminal.isCursorVisible() && y >= 0 && y < area.rows() && x >= 0 && x < area.columns()) {
      picture.showCursor(area.row() + y, area.column() + x, terminal.cursorShape());
    }
  }

  /** The styles of a terminal with its palette and its reversed video applied, without links. */
  private static final class ShownStyles {
    private final Terminal terminal;
    private final boolean reversed;
    private int number = -1;
    private Style style = Style.PLAIN;

    ShownStyles(Terminal terminal) {
      this.terminal = terminal;
      this.reversed = terminal.isSet(Mode.REVERSE_VIDEO);
    }

    Style at(Line line, int column) {
      int wanted = line.styleNumberAt(column);
      if (wanted != number) {
        number = wanted;
        style = shown(line.styleAt(column));
      }
      return style;
    }

    private Style shown(Style recorded) {
      var foreground = color(recorded.foreground(), terminal.defaultForeground());
      var background = color(recorded.background(), terminal.defaultBackground());
      var underline = color(recorded.underlineColor(), OptionalInt.empty());
      int attributes = reversed ? recorded.attributes() ^ Style.INVERSE : recorded.attributes();
      return new Style(foreground, background, underline, attributes, Optional.empty());
    }

    private Color color(Color recorded, OptionalInt standard) {
      var set =
          switch (recorded) {
            case Color.Standard _ -> standard;
            case Color.Indexed(int index) -> terminal.paletteColor(index);
            case Color.Rgb _ -> OptionalInt.empty();
          };
      return set.isPresent() ? new Color.Rgb(set.getAsInt()) : recorded;
    }
  }
}
