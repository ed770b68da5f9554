package dev.mantra.terminal;

import java.util.Arrays;

/**
 * Grapheme clusters of more than one code point, each once. A cluster is its parent's content (a
 * code point or another cluster) and one code point more, so extending one is a single look-up.
 */
final class Clusters {
  /** A cell takes no more code points than this; further ones are dropped. */
  static final int MOST_CODE_POINTS = 32;

  /** A stream that makes clusters without end gets its table rebuilt at this many. */
  private static final int MANY = 1 << 20;

  /** No more numbers fit into a cell; a cluster that would need one stays as it is. */
  private static final int MOST = 1 << 21;

  private static final int CODE_BITS = 21;

  /** The parent's content, and the code point in the low 21 bits. */
  private long[] keys = new long[64];

  private byte[] lengths = new byte[64];
  private short[] states = new short[64];
  private int[] index = new int[256];
  private int size;
  private int room = MANY;

  int size() {
    return size;
  }

  boolean isFull() {
    return size >= room;
  }

  /** After a rebuild: the next one is due when there is twice as much. */
  void leaveRoom() {
    room = Math.max(MANY, 2 * size);
  }

  /** The content bits of a cell's content with one more code point, or -1 if that is a new one. */
  long find(long content, int codePoint) {
    long key = key(content, codePoint);
    int mask = index.length - 1;
    for (int slot = hash(key) & mask, found; (found = index[slot]) != 0; slot = (slot + 1) & mask) {
      if (keys[found - 1] == key) {
        return Cell.CLUSTER | (found - 1);
      }
    }
    return -1;
  }

  /**
   * The content bits of a cell's content with one more code point, or the same when the cell is
   * full.
   */
  long append(long content, int codePoint) {
    long known = find(content, codePoint);
    if (known >= 0) {
      return known;
    }
    int length = length(content);
    if (length >= MOST_CODE_POINTS || size == MOST) {
      return content & Cell.CONTENT;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      lengths = Arrays.copyOf(lengths, size * 2);
      states = Arrays.copyOf(states, size * 2);
    }
    keys[size] = key(content, codePoint);
    lengths[size] = (byte) (length + 1);
    states[size] =
        (short) GraphemeBreak.continued(state(content), CodePoints.properties(codePoint));
    size++;
    if (size * 2 > index.length) {
      index = new int[index.length * 2];
      for (int i = 0; i < size; i++) {
        enter(i);
      }
    } else {
      enter(size - 1);
    }
    return Cell.CLUSTER | (size - 1);
  }

  /** The number of code points in a cell. */
  int length(long cell) {
    if (Cell.isCluster(cell)) {
      return lengths[Cell.code(cell)];
    }
    return Cell.code(cell) == 0 ? 0 : 1;
  }

  /**
   * What {@link GraphemeBreak} has to know of a cell's content to tell whether a code point joins
   * it.
   */
  int state(long cell) {
    return Cell.isCluster(cell)
        ? states[Cell.code(cell)]
        : GraphemeBreak.start(CodePoints.properties(Cell.code(cell)));
  }

  int firstCodePoint(long cell) {
    long content = cell;
    while (Cell.isCluster(content)) {
      content = parent(content);
    }
    return Cell.code(content);
  }

  int[] codePoints(long cell) {
    int[] result = new int[length(cell)];
    long content = cell;
    for (int i = result.length - 1; i >= 0; i--) {
      result[i] = lastCodePoint(content);
      content = Cell.isCluster(content) ? parent(content) : 0;
    }
    return result;
  }

  void appendTo(StringBuilder text, long cell) {
    if (Cell.isCluster(cell)) {
      appendTo(text, parent(cell));
    }
    text.appendCodePoint(lastCodePoint(cell));
  }

  private long parent(long cluster) {
    return keys[Cell.code(cluster)] >>> CODE_BITS;
  }

  private int lastCodePoint(long cell) {
    return Cell.isCluster(cell) ? Cell.code(keys[Cell.code(cell)]) : Cell.code(cell);
  }

  private static long key(long content, int codePoint) {
    return (content & Cell.CONTENT) << CODE_BITS | codePoint;
  }

  private void enter(int cluster) {
    int mask = index.length - 1;
    int slot = hash(keys[cluster]) & mask;
    while (index[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    index[slot] = cluster + 1;
  }

  private static int hash(long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32 ^ h >>> 47);
  }
}
