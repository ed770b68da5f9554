package dev.mantra.terminal;

/** The columns that text takes. */
public final class CharWidth {
  static final int VARIATION_SELECTOR_15 = 0xFE0E;
  static final int VARIATION_SELECTOR_16 = 0xFE0F;

  private CharWidth() {}

  /** 0 for what adds to the character before it, 2 for wide characters, else 1. */
  public static int of(int codePoint) {
    return CodePoints.properties(codePoint) & CodePoints.WIDTH;
  }

  /** Whether a code point without columns makes a narrow cell wide: VS16 after one code point. */
  static boolean widens(long cell, int codePoint) {
    return codePoint == VARIATION_SELECTOR_16 && (single(cell) & CodePoints.WIDE_AS_EMOJI) != 0;
  }

  /** Whether VS15 makes a cell narrow: a wide one with one code point. */
  static boolean narrows(long cell) {
    return Cell.isWide(cell) && (single(cell) & CodePoints.NARROW_AS_TEXT) != 0;
  }

  /** The properties of a cell's only code point, or none. */
  private static int single(long cell) {
    return Cell.isCluster(cell) ? 0 : CodePoints.properties(Cell.code(cell));
  }
}
