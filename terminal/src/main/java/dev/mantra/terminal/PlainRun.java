package dev.mantra.terminal;

/**
 * Stores characters of one length and one width that are {@link CodePoints#PLAIN}, from bytes into
 * cells. Each loop calls nothing and has few variables, so that all of them stay in registers.
 *
 * <p>A run begins at index {@code from} and in a column of {@code cells}; it ends before the first
 * character that is of another kind or begins after index {@code last}. The methods return the
 * index where it ends.
 */
final class PlainRun {
  private static final int KIND = CodePoints.PLAIN | CodePoints.WIDTH;
  private static final int NARROW = CodePoints.PLAIN | 1;
  private static final int WIDE = CodePoints.PLAIN | 2;

  private PlainRun() {}

  /** Characters of two bytes, which are all narrow. */
  static int twoBytes(byte[] b, int from, int last, long[] cells, int column, long template) {
    int x = column;
    int i = from;
    for (; i <= last; i += 2) {
      int word = Utf8Decoder.word(b, i) >>> 16;
      int codePoint = (word >>> 2 & 0x7C0) | (word & 0x3F);
      if ((word & 0xE0C0) != 0xC080
          || codePoint < 0x80
          || (CodePoints.properties(codePoint) & KIND) != NARROW) {
        break;
      }
      cells[x++] = template | codePoint;
    }
    return i;
  }

  /** Narrow characters of three bytes. */
  static int threeBytes(byte[] b, int from, int last, long[] cells, int column, long template) {
    int x = column;
    int i = from;
    for (; i <= last; i += 3) {
      int word = Utf8Decoder.word(b, i) >>> 8;
      int codePoint = (word >>> 4 & 0xF000) | (word >>> 2 & 0xFC0) | (word & 0x3F);
      if ((word & 0xF0C0C0) != 0xE08080
          || codePoint < 0x800
          || (CodePoints.properties(codePoint) & KIND) != NARROW) {
        break;
      }
      cells[x++] = template | codePoint;
    }
    return i;
  }

  /** Wide characters of three bytes. */
  static int wide(byte[] b, int from, int last, long[] cells, int column, long template) {
    int x = column;
    int i = from;
    for (; i <= last; i += 3) {
      int word = Utf8Decoder.word(b, i) >>> 8;
      int codePoint = (word >>> 4 & 0xF000) | (word >>> 2 & 0xFC0) | (word & 0x3F);
      if ((word & 0xF0C0C0) != 0xE08080 || (CodePoints.properties(codePoint) & KIND) != WIDE) {
        break;
      }
      cells[x] = template | Cell.WIDE | codePoint;
      cells[x + 1] = template | Cell.TAIL;
      x += 2;
    }
    return i;
  }
}
