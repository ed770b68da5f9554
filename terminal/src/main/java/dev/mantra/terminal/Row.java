package dev.mantra.terminal;

import java.util.Arrays;

/**
 * One row of cells. Cells from {@code used} on were never written since the last clear: they are
 * blank whatever the array holds there, so clearing a row costs nothing.
 */
final class Row {
  private static final long[] NONE = {};

  long[] cells = NONE;
  int used;

  /** The text goes on in the next row because it did not fit, not because of a line feed. */
  boolean wrapped;

  /** There may be a wide character in this row. */
  boolean wide;

  /** The last OSC 133 mark set on this row. */
  SemanticMark mark = SemanticMark.NONE;

  long get(int x) {
    return x < used ? cells[x] : 0;
  }

  /**
   * The array, made at its first use: most rows of a large screen are never written to. It has one
   * cell more than the row, so that the half of a wide character may be stored without asking for
   * room.
   */
  long[] cells(int columns) {
    if (cells.length <= columns) {
      cells = Arrays.copyOf(cells, columns + 1);
    }
    return cells;
  }

  /** Makes all cells before {@code x} readable in the array. */
  void reach(int x, int columns) {
    long[] c = cells(columns);
    if (x > used) {
      Arrays.fill(c, used, x, 0);
      used = x;
    }
  }

  void clear() {
    used = 0;
    wrapped = false;
    wide = false;
    mark = SemanticMark.NONE;
  }

  /**
   * Blanks both halves of a wide character that stands across the line between {@code x-1} and
   * {@code x}.
   */
  void cut(int x, long blank) {
    if (wide && x > 0 && x < used && Cell.isTail(cells[x])) {
      cells[x - 1] = blank;
      cells[x] = blank;
    }
  }

  /**
   * Fills {@code [from, to)} with a blank cell; half-covered wide characters lose their other half.
   */
  void erase(int from, int to, long blank, int columns) {
    if (from >= to) {
      return;
    }
    cut(from, blank);
    cut(to, blank);
    if (to >= columns) {
      wrapped = false; // what would go on in the next row is gone
    }
    if (blank == 0) {
      if (to >= used) {
        used = Math.min(used, from);
      } else {
        Arrays.fill(cells, from, to, 0);
      }
    } else {
      reach(from, columns);
      Arrays.fill(cells, from, to, blank);
      used = Math.max(used, to);
    }
  }

  void set(int x, long cell, int columns) {
    reach(x + 1, columns);
    cells[x] = cell;
  }

  void copyFrom(Row other, int columns) {
    long[] c = cells(columns);
    used = Math.min(columns, other.used);
    System.arraycopy(other.cells, 0, c, 0, used);
    wrapped = other.wrapped;
    wide = other.wide;
    mark = other.mark;
  }

  /** Copies the cells {@code [from, from + count)} of another row to {@code at} of this one. */
  void copyCells(Row source, int from, int at, int count, int columns) {
    reach(at + count, columns);
    int there = Math.max(0, Math.min(count, source.used - from));
    if (there > 0) {
      System.arraycopy(source.cells, from, cells, at, there);
    }
    Arrays.fill(cells, at + there, at + count, 0);
    wide |= source.wide;
  }

  /** The column after the last cell that shows a character. */
  int textLength() {
    int n = used;
    while (n > 0 && (cells[n - 1] & (Cell.CONTENT | Cell.KIND)) == 0) {
      n--;
    }
    return n;
  }

  boolean isBlank() {
    return textLength() == 0;
  }

  /** Changes the width of a row that is not reflowed: cut or left as it is. */
  void resize(int columns, long blank) {
    if (columns < used) {
      cut(columns, blank);
      used = columns;
    }
    if (cells.length > columns + 1) {
      cells = Arrays.copyOf(cells, columns + 1);
    }
  }
}
