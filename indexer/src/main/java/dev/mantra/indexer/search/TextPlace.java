package dev.mantra.indexer.search;

/**
 * Where the text of a document is kept, packed into one number.
 *
 * @param source which of the session's texts it is part of
 * @param block the number of the block
 * @param offset where it begins there, in bytes from the beginning of the block's text
 * @param length in bytes
 */
record TextPlace(Source source, int block, int offset, int length) {

  /** The texts of a session. */
  enum Source {
    LINES(0),
    SAID(1),
    CHANGES(2),
    /** The document stands for the whole session, or a part of it without a text. */
    NONE(3);

    private final int code;

    Source(int code) {
      this.code = code;
    }

    private static Source of(int code) {
      for (var source : values()) {
        if (source.code == code) {
          return source;
        }
      }
      throw new IllegalArgumentException("no text has the code " + code);
    }
  }

  static final TextPlace NOWHERE = new TextPlace(Source.NONE, 0, 0, 0);

  private static final int SOURCE_BITS = 2;
  private static final int OFFSET_BITS = 20;
  private static final int LENGTH_BITS = 20;

  long pack() {
    return (((long) block << OFFSET_BITS | offset) << LENGTH_BITS | length) << SOURCE_BITS
        | source.code;
  }

  static TextPlace unpack(long packed) {
    long rest = packed >>> SOURCE_BITS;
    return new TextPlace(
        Source.of((int) (packed & mask(SOURCE_BITS))),
        (int) (rest >>> (OFFSET_BITS + LENGTH_BITS)),
        (int) (rest >>> LENGTH_BITS & mask(OFFSET_BITS)),
        (int) (rest & mask(LENGTH_BITS)));
  }

  /** How long a text may be at most. */
  static int longest() {
    return (int) mask(LENGTH_BITS);
  }

  private static long mask(int bits) {
    return (1L << bits) - 1;
  }
}
