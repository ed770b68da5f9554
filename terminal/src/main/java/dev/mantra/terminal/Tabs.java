package dev.mantra.terminal;

import java.util.BitSet;

/** Tab stops, at first every eighth column. */
final class Tabs {
  private static final int EVERY = 8;

  private BitSet stops = new BitSet();
  private int columns;

  Tabs(int columns) {
    reset(columns);
  }

  void reset(int newColumns) {
    stops.clear();
    columns = 0;
    resize(newColumns);
  }

  /** Columns that are new get stops every eighth column; stops beyond the screen are kept. */
  void resize(int newColumns) {
    for (int x = columns; x < newColumns; x++) {
      if (x % EVERY == 0) {
        stops.set(x);
      }
    }
    columns = Math.max(columns, newColumns);
  }

  void set(int x) {
    stops.set(x);
  }

  void clear(int x) {
    stops.clear(x);
  }

  void clearAll() {
    stops.clear();
  }

  /** The next stop right of a column, or {@code limit}. */
  int next(int x, int limit) {
    int stop = stops.nextSetBit(x + 1);
    return stop < 0 || stop > limit ? limit : stop;
  }

  /** The next stop left of a column, or {@code limit}. */
  int previous(int x, int limit) {
    int stop = x <= 0 ? -1 : stops.previousSetBit(x - 1);
    return Math.max(stop, limit);
  }

  long[] words() {
    return stops.toLongArray();
  }

  int columns() {
    return columns;
  }

  void restore(long[] words, int knownColumns) {
    stops = BitSet.valueOf(words);
    columns = knownColumns;
  }
}
