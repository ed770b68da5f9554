package dev.mantra.replayer.play;

import dev.mantra.terminal.CursorShape;
import dev.mantra.terminal.Style;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a window is to show: a grid of cells and a cursor. Rows and columns count from 0. A wide
 * character stands in two cells, of which the right one has no text; putting something over one
 * half blanks the other.
 */
final class Picture {

  static final String BLANK = " ";

  /** The right half of a wide character. */
  static final String TAIL = "";

  private final int columns;
  private final int rows;
  private final String[] texts;
  private final Style[] styles;
  private Optional<Cursor> cursor = Optional.empty();

  /** A cursor that can be seen. */
  record Cursor(int row, int column, CursorShape shape) {}

  Picture(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.texts = new String[columns * rows];
    this.styles = new Style[columns * rows];
    Arrays.fill(texts, BLANK);
    Arrays.fill(styles, Style.PLAIN);
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  String text(int row, int column) {
    return texts[index(row, column)];
  }

  Style style(int row, int column) {
    return styles[index(row, column)];
  }

  Optional<Cursor> cursor() {
    return cursor;
  }

  void showCursor(int row, int column, CursorShape shape) {
    index(row, column);
    cursor = Optional.of(new Cursor(row, column, shape));
  }

  void hideCursor() {
    cursor = Optional.empty();
  }

  /**
   * Puts a character of one or two columns. A wide one that does not fit into the row is left out.
   */
  void put(int row, int column, String text, int width, Style style) {
    int at = index(row, column);
    if (column + width > columns) {
      set(row, column, BLANK, style);
      return;
    }
    set(row, column, text, style);
    if (width == 2) {
      set(row, column + 1, BLANK, style);
      texts[at] = text;
      texts[at + 1] = TAIL;
    }
  }

  /** Changes the style of one cell. */
  void restyle(int row, int column, UnaryOperator<Style> change) {
    int at = index(row, column);
    styles[at] = change.apply(styles[at]);
  }

  /** Blanks the cells {@code [from, to)} of a row. */
  void blank(int row, int from, int to, Style style) {
    for (int column = from; column < to; column++) {
      set(row, column, BLANK, style);
    }
  }

  /**
   * Writes text, which may come from anywhere, into the columns {@code [from, to)} of a row and
   * cuts what does not fit.
   *
   * @return the column behind the text
   */
  int write(int row, int from, int to, String text, Style style) {
    int column = from;
    for (var character : ShownText.characters(text)) {
      if (column + character.width() > to) {
        break;
      }
      put(row, column, character.text(), character.width(), style);
      column += character.width();
    }
    return column;
  }

  private void set(int row, int column, String text, Style style) {
    int at = row * columns + column;
    if (column + 1 < columns && texts[at + 1].equals(TAIL)) {
      texts[at + 1] = BLANK;
    } else if (texts[at].equals(TAIL)) {
      texts[at - 1] = BLANK;
    }
    texts[at] = text;
    styles[at] = style;
  }

  private int index(int row, int column) {
    return Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns);
  }
}
