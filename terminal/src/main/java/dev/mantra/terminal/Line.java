package dev.mantra.terminal;

import java.util.Arrays;

/** One row of a screen as it was at one moment: a copy that later output does not change. */
public final class Line {
  private final long[] cells;
  private final int columns;
  private final boolean wrapped;
  private final SemanticMark mark;
  private final Styles styles;
  private final Clusters clusters;

  Line(Row row, int columns, Styles styles, Clusters clusters) {
    this.cells = Arrays.copyOf(row.cells, row.used);
    this.columns = columns;
    this.wrapped = row.wrapped;
    this.mark = row.mark;
    this.styles = styles;
    this.clusters = clusters;
  }

  public int columns() {
    return columns;
  }

  /** Whether the text goes on in the next row because it did not fit into this one. */
  public boolean wrapped() {
    return wrapped;
  }

  public SemanticMark mark() {
    return mark;
  }

  /** The text without blanks at its end; a blank cell is a space, a wide character stands once. */
  public String text() {
    int end = cells.length;
    while (end > 0 && isSpace(cells[end - 1])) {
      end--;
    }
    return text(end);
  }

  /** The text of the whole width of the row, blanks at its end included. */
  public String paddedText() {
    var text = new StringBuilder(text(cells.length));
    for (int x = cells.length; x < columns; x++) {
      text.append(' ');
    }
    return text.toString();
  }

  /**
   * The character at a column; a space for a blank cell, nothing for the right half of a wide
   * character.
   */
  public String textAt(int column) {
    var text = new StringBuilder(2);
    append(text, cell(column));
    return text.toString();
  }

  /** 1, 2 for the left half of a wide character, 0 for its right half. */
  public int widthAt(int column) {
    long cell = cell(column);
    return Cell.isWide(cell) ? 2 : Cell.isTail(cell) ? 0 : 1;
  }

  public Style styleAt(int column) {
    return styles.get(Cell.style(cell(column)));
  }

  /**
   * A number that is the same for cells of this line with the same style: cheaper to compare than
   * styles.
   */
  public int styleNumberAt(int column) {
    return Cell.style(cell(column));
  }

  /** How many columns there are up to the last that anything was done to. */
  int length() {
    return cells.length;
  }

  /** The character at a column, without what joins it; a space where nothing stands. */
  int codePointAt(int column) {
    long cell = cell(column);
    return (cell & Cell.CONTENT) == 0
        ? ' '
        : Cell.isCluster(cell) ? clusters.codePoints(cell)[0] : Cell.code(cell);
  }

  /** Whether nothing was printed at a column since it was erased last. */
  public boolean isBlankAt(int column) {
    return (cell(column) & (Cell.CONTENT | Cell.KIND)) == 0;
  }

  long cell(int column) {
    return column >= 0 && column < cells.length ? cells[column] : 0;
  }

  private String text(int end) {
    var text = new StringBuilder(end);
    for (int x = 0; x < end; x++) {
      append(text, cells[x]);
    }
    return text.toString();
  }

  private void append(StringBuilder text, long cell) {
    if (Cell.isTail(cell)) {
      return;
    }
    if ((cell & Cell.CONTENT) == 0) {
      text.append(' ');
    } else {
      clusters.appendTo(text, cell);
    }
  }

  private static boolean isSpace(long cell) {
    long shown = cell & (Cell.CONTENT | Cell.KIND);
    return shown == 0 || shown == ' ';
  }

  @Override
  public String toString() {
    return text();
  }
}
