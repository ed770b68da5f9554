package dev.mantra.replayer.play;

/** A part of the window, in cells; it may be empty. */
record Area(int row, int column, int rows, int columns) {

  int bottom() {
    return row + rows;
  }

  int right() {
    return column + columns;
  }

  boolean isEmpty() {
    return rows <= 0 || columns <= 0;
  }

  /** What is left of this area without its last rows. */
  Area withoutBottom(int count) {
    return new Area(row, column, Math.max(0, rows - count), columns);
  }

  /** What is left of this area without its last columns. */
  Area withoutRight(int count) {
    return new Area(row, column, rows, Math.max(0, columns - count));
  }

  /** The last columns of this area. */
  Area rightPart(int count) {
    int width = Math.clamp(count, 0, columns);
    return new Area(row, right() - width, rows, width);
  }
}
