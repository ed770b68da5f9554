package dev.mantra.redactor.session;

import dev.mantra.terminal.Utf8Decoder;

/**
 * Puts the bytes of a typed character together (UTF-8), of which each may come by itself.
 *
 * <p>A character is a place in a page from its first byte on: as U+FFFD until its last one has
 * come, and for good when that never comes.
 */
final class TypedCharacter {

  /** What a byte means to the character that it belongs to. */
  enum Step {
    BEGINS,
    GOES_ON,
    IS_KNOWN
  }

  private final Utf8Decoder decoder = new Utf8Decoder();
  private int character = Utf8Decoder.REPLACEMENT;
  private long place;

  /**
   * Takes a byte.
   *
   * @return whether {@link #character} has changed: a character begins with this byte, or ends
   */
  Step take(byte b, long offset) {
    int codePoint = decoder.accept(b);
    if (codePoint == Utf8Decoder.REJECTED) {
      codePoint = decoder.accept(b);
    }
    boolean isKnown = codePoint >= 0;
    if ((b & 0xC0) != 0x80) {
      character = isKnown ? codePoint : Utf8Decoder.REPLACEMENT;
      place = offset;
      return Step.BEGINS;
    }
    if (!isKnown || codePoint == Utf8Decoder.REPLACEMENT) {
      return Step.GOES_ON;
    }
    character = codePoint;
    return Step.IS_KNOWN;
  }

  /** The code point that the last byte belongs to, as far as it is known. */
  int character() {
    return character;
  }

  /** Where its first byte is. */
  long place() {
    return place;
  }
}
