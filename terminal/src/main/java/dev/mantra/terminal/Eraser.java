package dev.mantra.terminal;

/** ED, EL, ECH and their selective forms DECSED, DECSEL. */
final class Eraser {
  /** What protects a cell from being erased. */
  enum Guard {
    NONE(0),
    /** SPA and EPA: ED, EL and ECH spare guarded cells. */
    ISO(1),
    /** DECSCA: only DECSED and DECSEL spare them. */
    DEC(2);

    /** Written down in keyframes. */
    final int code;

    Guard(int code) {
      this.code = code;
    }

    static Guard of(int code) {
      return switch (code) {
        case 1 -> ISO;
        case 2 -> DEC;
        default -> NONE;
      };
    }
  }

  private final Screen screen;

  /** Which kind of protection was used last. */
  Guard guard = Guard.NONE;

  Eraser(Screen screen) {
    this.screen = screen;
  }

  boolean sparesGuarded() {
    return guard == Guard.ISO;
  }

  void inDisplay(int which, boolean selective) {
    int row = screen.cursor.row;
    int last = screen.rows - 1;
    switch (which) {
      case 0 -> {
        if (row == 0 && screen.cursor.col == 0) {
          rows(0, last, selective);
        } else {
          inLine(0, selective);
          rows(row + 1, last, selective);
        }
      }
      case 1 -> {
        rows(0, row - 1, selective);
        inLine(1, selective);
      }
      case 2 -> rows(0, last, selective);
      case 3 -> screen.clearScrollback();
      default -> {}
    }
  }

  void inLine(int which, boolean selective) {
    Cursor cursor = screen.cursor;
    switch (which) {
      case 0 -> {
        // the text of a full row stays whole while the wrap is pending
        if (!cursor.pending) {
          cells(cursor.row, cursor.col, screen.columns, selective);
        }
      }
      case 1 -> cells(cursor.row, 0, cursor.col + 1, selective);
      case 2 -> cells(cursor.row, 0, screen.columns, selective);
      default -> {}
    }
  }

  void characters(int count) {
    Cursor cursor = screen.cursor;
    cursor.pending = false;
    cells(cursor.row, cursor.col, Math.min(screen.columns, cursor.col + count), sparesGuarded());
  }

  private void rows(int from, int to, boolean selective) {
    if (!selective) {
      screen.clearRows(from, to);
      return;
    }
    for (int y = from; y <= to; y++) {
      cells(y, 0, screen.columns, true);
    }
  }

  /** Erases {@code [from, to)} of a row, but for guarded cells if {@code selective}. */
  void cells(int y, int from, int to, boolean selective) {
    Row row = screen.grid.row(y);
    if (!selective) {
      row.erase(from, to, screen.blank(), screen.columns);
      return;
    }
    for (int x = from; x < to; x++) {
      if ((row.get(x) & Cell.PROTECTED) == 0) {
        row.erase(x, x + 1, screen.blank(), screen.columns);
      }
    }
  }
}
