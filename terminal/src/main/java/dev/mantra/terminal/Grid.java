package dev.mantra.terminal;

import java.util.Arrays;

/**
 * The rows of one screen. They are a window that slides down an array twice the screen's height, so
 * scrolling the whole screen by one moves an index and not the rows.
 */
final class Grid {
  private Row[] store = {};
  private int base;
  private int height;

  Grid(int height) {
    Row[] rows = new Row[height];
    Arrays.setAll(rows, _ -> new Row());
    replace(rows);
  }

  /** Takes these rows as the whole screen. */
  void replace(Row[] rows) {
    height = rows.length;
    store = Arrays.copyOf(rows, height * 2 + 8);
    base = 0;
  }

  int height() {
    return height;
  }

  Row row(int y) {
    return store[base + y];
  }

  Row[] rows() {
    return Arrays.copyOfRange(store, base, base + height);
  }

  /** Drops the top row and takes a new bottom row. */
  void slide(Row bottom) {
    if (base + height == store.length) {
      System.arraycopy(store, base + 1, store, 0, height - 1);
      Arrays.fill(store, height, store.length, null);
      base = 0;
    } else {
      base++;
    }
    store[base + height - 1] = bottom;
  }

  /**
   * Moves rows {@code [top + n, bottom]} up by {@code n}; the {@code n} rows pushed out come back,
   * cleared, at the bottom.
   */
  void rotateUp(int top, int bottom, int n) {
    int from = base + top;
    int count = bottom - top + 1;
    Row[] out = Arrays.copyOfRange(store, from, from + n);
    System.arraycopy(store, from + n, store, from, count - n);
    System.arraycopy(out, 0, store, from + count - n, n);
  }

  /**
   * Moves rows {@code [top, bottom - n]} down by {@code n}; the {@code n} rows pushed out come back
   * at the top.
   */
  void rotateDown(int top, int bottom, int n) {
    int from = base + top;
    int count = bottom - top + 1;
    Row[] out = Arrays.copyOfRange(store, from + count - n, from + count);
    System.arraycopy(store, from, store, from + n, count - n);
    System.arraycopy(out, 0, store, from, n);
  }

  void clear() {
    for (int y = 0; y < height; y++) {
      row(y).clear();
    }
  }
}
