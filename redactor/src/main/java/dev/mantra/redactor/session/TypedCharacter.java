package dev.mantra.redactor.session;

/**
 * Puts the bytes of a typed character together (UTF-8), of which each may come by itself.
 *
 * <p>A character is a place in a page from its first byte on: as {@link #UNKNOWN} until its last
 * one has come, and for good when that never comes, or when it has no single Java character.
 */
final class TypedCharacter {

  private static final char UNKNOWN = '\uFFFD';

  /** What a byte means to the character that it belongs to. */
  enum Step {
    BEGINS,
    GOES_ON,
    IS_KNOWN
  }

  private int missing;
  private int value;
  private char character = UNKNOWN;

  /**
   * Takes a byte.
   *
   * @return whether {@link #character} has changed: a character begins with this byte, or ends
   */
  Step take(int b) {
    if ((b & 0xC0) != 0x80) {
      missing = b < 0xC0 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
      value = b & (0x3F >> missing);
      character = b < 0x80 ? (char) b : UNKNOWN;
      return Step.BEGINS;
    }
    if (missing == 0) {
      return Step.GOES_ON;
    }
    value = value << 6 | (b & 0x3F);
    missing--;
    if (missing > 0 || !Character.isBmpCodePoint(value) || Character.isSurrogate((char) value)) {
      return Step.GOES_ON;
    }
    character = (char) value;
    return Step.IS_KNOWN;
  }

  /** The one that the last byte belongs to, as far as it is known. */
  char character() {
    return character;
  }
}
