package dev.mantra.terminal;

/**
 * The layout of a cell, one {@code long}; {@code 0L} is the blank cell in the default style.
 *
 * <pre>
 *  0-20  code point, or cluster number when bit 21 is set; 0 = nothing was printed here
 *  21    the content is a number in {@link Clusters}
 *  22-23 kind: 0 narrow, 1 head of a wide character, 2 its tail
 *  24    protected from selective erasure (DECSCA, SPA)
 *  32-63 number in {@link Styles}
 * </pre>
 */
final class Cell {
  static final int STYLE_SHIFT = 32;
  static final long CODE = (1L << 21) - 1;
  static final long CLUSTER = 1L << 21;
  static final long CONTENT = CODE | CLUSTER;
  static final int KIND_SHIFT = 22;
  static final long WIDE = 1L << 22;
  static final long TAIL = 2L << 22;
  static final long KIND = 3L << 22;
  static final long PROTECTED = 1L << 24;

  /** Everything but what the cell shows: what a printed character adds to. */
  static final long TEMPLATE = ~(CONTENT | KIND);

  private Cell() {}

  static int style(long cell) {
    return (int) (cell >>> STYLE_SHIFT);
  }

  static boolean isWide(long cell) {
    return (cell & KIND) == WIDE;
  }

  static boolean isTail(long cell) {
    return (cell & KIND) == TAIL;
  }

  /** 1 for the tail of a wide character, else 0. */
  static int tail(long cell) {
    return (int) (cell >>> (KIND_SHIFT + 1)) & 1;
  }

  static boolean isCluster(long cell) {
    return (cell & CLUSTER) != 0;
  }

  static int code(long cell) {
    return (int) (cell & CODE);
  }
}
