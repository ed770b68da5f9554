package dev.mantra.terminal;

/** The columns that text takes. */
public final class CharWidth {
  private static final int VARIATION_SELECTOR_15 = 0xFE0E;
  private static final int VARIATION_SELECTOR_16 = 0xFE0F;

  private CharWidth() {}

  /** 0 for what adds to the character before it, 2 for wide characters, else 1. */
  public static int of(int codePoint) {
    return CodePoints.properties(codePoint) & CodePoints.WIDTH;
  }

  /**
   * The columns of a cluster after a code point joined it. The widths add up, to two at most, so
   * that a conjunct or a pair of regional indicators takes what its parts would take alone.
   */
  static int joined(int width, int firstCodePoint, int length, int codePoint) {
    if (length == 1 && codePoint == VARIATION_SELECTOR_16) {
      return (CodePoints.properties(firstCodePoint) & CodePoints.WIDE_AS_EMOJI) != 0 ? 2 : width;
    }
    if (length == 1 && codePoint == VARIATION_SELECTOR_15) {
      return (CodePoints.properties(firstCodePoint) & CodePoints.NARROW_AS_TEXT) != 0 ? 1 : width;
    }
    return Math.min(2, width + of(codePoint));
  }
}
