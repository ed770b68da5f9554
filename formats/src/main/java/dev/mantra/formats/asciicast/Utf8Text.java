package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import java.util.Arrays;

/**
 * Makes valid UTF-8 of a stream of bytes that comes in pieces.
 *
 * <p>A character that is split over two pieces goes to the later one. What is no UTF-8 becomes
 * U+FFFD, one for each longest start of a character, as the Unicode standard (3.9) recommends.
 */
final class Utf8Text {

  private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};

  private final byte[] held = new byte[4];
  private int heldLength;
  private int missing;
  private int lowest;
  private int highest;

  /** Adds a piece to a JSON string. */
  void append(Bytes piece, JsonText out) {
    append(piece.toArray(), out);
  }

  void append(byte[] piece, JsonText out) {
    int i = 0;
    while (i < piece.length) {
      byte b = piece[i];
      if (missing > 0) {
        i += resume(b, out);
      } else if (b >= 0) {
        int run = i;
        while (run < piece.length && JsonText.isPlain(piece[run])) {
          run++;
        }
        if (run > i) {
          out.plain(piece, i, run - i);
          i = run;
        } else {
          out.character(b);
          i++;
        }
      } else {
        start(b, out);
        i++;
      }
    }
  }

  /** Something is held back that only the next piece can complete. */
  boolean isIncomplete() {
    return missing > 0;
  }

  /** Nothing follows: what is held back is no character. */
  void finish(JsonText out) {
    if (missing > 0) {
      replace(out);
    }
  }

  private void start(byte b, JsonText out) {
    int lead = b & 0xff;
    lowest = 0x80;
    highest = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) {
      missing = 1;
    } else if (lead >= 0xe0 && lead <= 0xef) {
      missing = 2;
      lowest = lead == 0xe0 ? 0xa0 : 0x80;
      highest = lead == 0xed ? 0x9f : 0xbf;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
      missing = 3;
      lowest = lead == 0xf0 ? 0x90 : 0x80;
      highest = lead == 0xf4 ? 0x8f : 0xbf;
    } else {
      replace(out);
      return;
    }
    held[0] = b;
    heldLength = 1;
  }

  /** How many bytes were used: none when {@code b} does not belong to the held character. */
  private int resume(byte b, JsonText out) {
    int value = b & 0xff;
    if (value < lowest || value > highest) {
      replace(out);
      return 0;
    }
    lowest = 0x80;
    highest = 0xbf;
    held[heldLength++] = b;
    if (--missing == 0) {
      out.plain(held, 0, heldLength);
    }
    return 1;
  }

  private void replace(JsonText out) {
    out.plain(REPLACEMENT, 0, REPLACEMENT.length);
    missing = 0;
  }

  /** The UTF-8 form of UTF-16; half of a surrogate pair becomes U+FFFD. */
  static byte[] encode(char[] text, int from, int count) {
    int size = 0;
    for (int i = from; i < from + count; i++) {
      char c = text[i];
      // an upper bound: a surrogate pair needs 4 bytes and is counted as 6
      size += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    var bytes = new byte[size];
    int n = 0;
    for (int i = from; i < from + count; i++) {
      char c = text[i];
      if (c < 0x80) {
        bytes[n++] = (byte) c;
      } else if (c < 0x800) {
        bytes[n++] = (byte) (0xc0 | (c >> 6));
        bytes[n++] = (byte) (0x80 | (c & 0x3f));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < from + count
          && Character.isLowSurrogate(text[i + 1])) {
        int point = Character.toCodePoint(c, text[++i]);
        bytes[n++] = (byte) (0xf0 | (point >> 18));
        bytes[n++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        bytes[n++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        bytes[n++] = (byte) (0x80 | (point & 0x3f));
      } else {
        int point = Character.isSurrogate(c) ? 0xfffd : c;
        bytes[n++] = (byte) (0xe0 | (point >> 12));
        bytes[n++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        bytes[n++] = (byte) (0x80 | (point & 0x3f));
      }
    }
    return n == size ? bytes : Arrays.copyOf(bytes, n);
  }
}
