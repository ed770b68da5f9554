package dev.mantra.terminal;

/** Where the next character goes, 0-based. */
final class Cursor {
  int row;
  int col;

  /**
   * The last column was just printed into; the next character wraps first (DEC's "last column
   * flag").
   */
  boolean pending;

  void set(int newRow, int newCol) {
    row = newRow;
    col = newCol;
    pending = false;
  }
}
