package dev.mantra.terminal;

import java.util.Arrays;

/**
 * Decodes UTF-8 byte by byte, resumable anywhere. An ill-formed sequence becomes one U+FFFD for
 * each maximal subpart (Unicode 3.9, the W3C's rule).
 */
final class Utf8Decoder {
  static final int REPLACEMENT = 0xFFFD;

  /** The sequence goes on. */
  static final int INCOMPLETE = -1;

  /** The bytes before this one were ill-formed: print U+FFFD and offer this byte again. */
  static final int REJECTED = -2;

  /** A word that begins with no printable character, or whose character is ill-formed. */
  static final int ILL_FORMED = -1;

  /** The bytes of a character by its first one; 0 for controls and for what begins no character. */
  private static final byte[] LENGTHS = new byte[256];

  static {
    Arrays.fill(LENGTHS, 0x20, 0x7F, (byte) 1);
    Arrays.fill(LENGTHS, 0xC2, 0xE0, (byte) 2);
    Arrays.fill(LENGTHS, 0xE0, 0xF0, (byte) 3);
    Arrays.fill(LENGTHS, 0xF0, 0xF5, (byte) 4);
  }

  private int needed;
  private int lower;
  private int upper;
  private int value;
  private int length;
  private final byte[] taken = new byte[3];

  boolean isPending() {
    return needed > 0;
  }

  /** The bytes of the unfinished sequence. */
  byte[] pending() {
    return isPending() ? Arrays.copyOf(taken, length) : new byte[0];
  }

  int accept(byte next) {
    int b = next & 0xFF;
    if (needed == 0) {
      return start(next, b);
    }
    if (b < lower || b > upper) {
      needed = 0;
      return REJECTED;
    }
    value = value << 6 | (b & 0x3F);
    if (--needed == 0) {
      return value;
    }
    lower = 0x80;
    upper = 0xBF;
    taken[length++] = next;
    return INCOMPLETE;
  }

  /** Table 3-7 of the Unicode standard. */
  private int start(byte next, int b) {
    if (b < 0x80) {
      return b;
    }
    if (b < 0xC2 || b > 0xF4) {
      return REPLACEMENT;
    }
    lower = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    upper = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    needed = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    value = b & (0x3F >> needed);
    taken[0] = next;
    length = 1;
    return INCOMPLETE;
  }

  /**
   * The length of the character that the next four bytes (the first one highest) begin with, or 0.
   */
  static int length(int word) {
    return LENGTHS[word >>> 24];
  }

  /** The code point of four bytes, or {@link #ILL_FORMED}. */
  static int fourBytes(int word) {
    int codePoint =
        (word >>> 24 & 0x07) << 18
            | (word >>> 16 & 0x3F) << 12
            | (word >>> 8 & 0x3F) << 6
            | (word & 0x3F);
    boolean formed = (word & 0xF8C0C0C0) == 0xF0808080;
    return formed && codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT
        ? codePoint
        : ILL_FORMED;
  }

  /** The code point of the first three bytes, which begin with 1110, or {@link #ILL_FORMED}. */
  static int threeBytes(int word) {
    int codePoint = (word >>> 24 & 0x0F) << 12 | (word >>> 16 & 0x3F) << 6 | (word >>> 8 & 0x3F);
    boolean formed = (word & 0x00C0C000) == 0x00808000;
    boolean surrogate = codePoint >>> 11 == 0xD800 >>> 11;
    return formed && codePoint >= 0x800 && !surrogate ? codePoint : ILL_FORMED;
  }

  /** The code point of the first two bytes, which begin with 110, or {@link #ILL_FORMED}. */
  static int twoBytes(int word) {
    boolean formed = (word & 0x00C00000) == 0x00800000;
    return formed ? (word >>> 24 & 0x1F) << 6 | (word >>> 16 & 0x3F) : ILL_FORMED;
  }
}
