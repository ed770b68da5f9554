package dev.mantra.terminal;

import java.util.Arrays;

/**
 * Inserting and deleting characters, lines and columns: ICH, DCH, IL, DL, DECIC, DECDC, DECFI,
 * DECBI.
 */
final class Editing {
  private Editing() {}

  static void insertCharacters(Screen s, int count) {
    s.cursor.pending = false;
    if (s.isWithinColumns()) {
      insertCells(s, s.row(), s.cursor.col, s.right + 1, count);
    }
  }

  static void deleteCharacters(Screen s, int count) {
    s.cursor.pending = false;
    if (s.isWithinColumns()) {
      deleteCells(s, s.row(), s.cursor.col, s.right + 1, count);
    }
  }

  static void insertLines(Screen s, int count) {
    if (s.isWithinMargins()) {
      s.scrollDown(s.cursor.row, count);
      s.cursor.set(s.cursor.row, s.left);
    }
  }

  static void deleteLines(Screen s, int count) {
    if (s.isWithinMargins()) {
      s.scrollUp(s.cursor.row, count);
      s.cursor.set(s.cursor.row, s.left);
    }
  }

  static void insertColumns(Screen s, int count) {
    if (s.isWithinMargins()) {
      s.cursor.pending = false;
      for (int y = s.top; y <= s.bottom; y++) {
        insertCells(s, s.grid.row(y), s.cursor.col, s.right + 1, count);
      }
    }
  }

  static void deleteColumns(Screen s, int count) {
    if (s.isWithinMargins()) {
      s.cursor.pending = false;
      for (int y = s.top; y <= s.bottom; y++) {
        deleteCells(s, s.grid.row(y), s.cursor.col, s.right + 1, count);
      }
    }
  }

  /** DECFI: right, or the columns move left at the right margin. */
  static void forwardIndex(Screen s) {
    if (s.cursor.col == s.right && s.isWithinMargins()) {
      s.cursor.pending = false;
      for (int y = s.top; y <= s.bottom; y++) {
        deleteCells(s, s.grid.row(y), s.left, s.right + 1, 1);
      }
    } else {
      s.forward(1);
    }
  }

  /** DECBI: left, or the columns move right at the left margin. */
  static void backIndex(Screen s) {
    s.cursor.pending = false;
    if (s.cursor.col == s.left && s.isWithinMargins()) {
      for (int y = s.top; y <= s.bottom; y++) {
        insertCells(s, s.grid.row(y), s.left, s.right + 1, 1);
      }
    } else {
      s.cursor.col = Math.max(0, s.cursor.col - 1);
    }
  }

  /** Moves {@code [x, limit)} of a row right by {@code count}; what passes the limit is lost. */
  static void insertCells(Screen s, Row row, int x, int limit, int count) {
    int n = Math.min(count, limit - x);
    long blank = s.blank();
    row.cut(x, blank);
    row.cut(limit - n, blank);
    row.cut(limit, blank);
    if (x < row.used) {
      row.reach(limit, s.columns);
      System.arraycopy(row.cells, x, row.cells, x + n, limit - x - n);
    }
    row.erase(x, x + n, blank, s.columns);
  }

  /** Moves {@code [x + count, limit)} of a row left to {@code x}. */
  static void deleteCells(Screen s, Row row, int x, int limit, int count) {
    int n = Math.min(count, limit - x);
    long blank = s.blank();
    row.cut(x, blank);
    row.cut(x + n, blank);
    row.cut(limit, blank);
    if (x < row.used) {
      row.reach(limit, s.columns);
      System.arraycopy(row.cells, x + n, row.cells, x, limit - x - n);
      Arrays.fill(row.cells, limit - n, limit, 0); // no half of what was moved may be seen here
    }
    row.erase(limit - n, limit, blank, s.columns);
  }
}
