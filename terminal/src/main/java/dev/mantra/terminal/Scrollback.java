package dev.mantra.terminal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows above the main screen, oldest first: a ring that hands back the row it pushes out. */
final class Scrollback {
  private final int limit;
  private @Nullable Row[] ring = new @Nullable Row[0];
  private int first;
  private int size;

  Scrollback(int limit) {
    this.limit = limit;
  }

  int size() {
    return size;
  }

  int limit() {
    return limit;
  }

  Row get(int index) {
    Row row = ring[slot(index)];
    return row == null ? new Row() : row;
  }

  /** Adds a row at the newest end. Returns a row to use again, cleared. */
  Row push(Row row) {
    if (limit == 0) {
      row.clear();
      return row;
    }
    if (size == ring.length && size < limit) {
      grow();
    }
    int slot = slot(size == limit ? 0 : size);
    Row old = ring[slot];
    ring[slot] = row;
    if (size < limit) {
      size++;
    } else {
      first = first + 1 == ring.length ? 0 : first + 1;
    }
    if (old == null) {
      return new Row();
    }
    old.clear();
    return old;
  }

  /** Forgets all rows, but keeps them to be used again. */
  void clear() {
    first = 0;
    size = 0;
  }

  private int slot(int index) {
    int at = first + index;
    return at >= ring.length ? at - ring.length : at;
  }

  private void grow() {
    @Nullable Row[] larger = new @Nullable Row[Math.min(limit, Math.max(64, ring.length * 2))];
    int head = Math.min(size, ring.length - first);
    System.arraycopy(ring, first, larger, 0, head);
    System.arraycopy(ring, 0, larger, head, size - head);
    ring = larger;
    first = 0;
  }

  /** Takes all rows out, oldest first. */
  Row[] drain() {
    Row[] all = new Row[size];
    Arrays.setAll(all, this::get);
    ring = new @Nullable Row[0];
    clear();
    return all;
  }
}
