package dev.mantra.terminal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Decodes UTF-8 byte by byte, resumable anywhere. An ill-formed sequence becomes one U+FFFD for
 * each maximal subpart (Unicode 3.9, the W3C's rule).
 */
public final class Utf8Decoder {
  public static final int REPLACEMENT = 0xFFFD;

  /** The sequence goes on. */
  public static final int INCOMPLETE = -1;

  /** The bytes before this one were ill-formed: print U+FFFD and offer this byte again. */
  public static final int REJECTED = -2;

  /** A word does not begin with a well-formed character of the expected length. */
  static final int ILL_FORMED = -1;

  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

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

  /** The code point that a byte completes, {@link #INCOMPLETE} or {@link #REJECTED}. */
  public int accept(byte next) {
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

  /** Four bytes, the first one highest. */
  static int word(byte[] bytes, int from) {
    return (int) FOUR.get(bytes, from);
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
    int codePoint = (word >>> 24 & 0x1F) << 6 | (word >>> 16 & 0x3F);
    return (word & 0xE0C00000) == 0xC0800000 && codePoint >= 0x80 ? codePoint : ILL_FORMED;
  }

  /** The code point of two, three or four bytes, or {@link #ILL_FORMED}. */
  static int codePoint(int word) {
    return switch (word >>> 28) {
      case 0xF -> fourBytes(word);
      case 0xE -> threeBytes(word);
      default -> twoBytes(word);
    };
  }

  /** The number of bytes that a code point takes. */
  public static int length(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
}
