package dev.mantra.indexer;

import dev.mantra.indexer.RequiredLiterals.Case;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds a text in UTF-8 by Horspool's algorithm, which looks at one byte in as many as the text
 * has.
 */
final class LiteralSearch {

  private final byte[] text;
  private final boolean ignoresCase;

  /** How far one may go on when this byte stands where the text's last one should. */
  private final int[] skip = new int[256];

  /**
   * @param text with {@link Case#IGNORED} in lower case, and no more than ASCII
   */
  LiteralSearch(String text, Case letters) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
    this.ignoresCase = letters == Case.IGNORED;
    int last = this.text.length - 1;
    Arrays.fill(skip, this.text.length);
    for (int i = 0; i < last; i++) {
      skip[this.text[i] & 0xff] = last - i;
      if (ignoresCase) {
        skip[capital(this.text[i]) & 0xff] = last - i;
      }
    }
  }

  /** Where the text stands first between two places; -1 when it does not. */
  int find(byte[] bytes, int from, int to) {
    return ignoresCase ? findAnyCase(bytes, from, to) : findExact(bytes, from, to);
  }

  /** Whether it may stand in a text of which only this is known. */
  boolean mayBeIn(Grams grams) {
    return grams.mayHave(text);
  }

  /** Whether {@link #mayBeIn} can say no. */
  boolean isSelective() {
    return text.length >= Grams.LENGTH;
  }

  private int findExact(byte[] bytes, int from, int to) {
    int last = text.length - 1;
    byte end = text[last];
    for (int at = from + last; at < to; ) {
      byte b = bytes[at];
      if (b == end && Arrays.equals(bytes, at - last, at, text, 0, last)) {
        return at - last;
      }
      at += skip[b & 0xff];
    }
    return -1;
  }

  private int findAnyCase(byte[] bytes, int from, int to) {
    int last = text.length - 1;
    byte end = text[last];
    for (int at = from + last; at < to; ) {
      byte b = bytes[at];
      if (small(b) == end && isAt(bytes, at - last)) {
        return at - last;
      }
      at += skip[b & 0xff];
    }
    return -1;
  }

  private boolean isAt(byte[] bytes, int at) {
    for (int i = 0; i < text.length; i++) {
      if (small(bytes[at + i]) != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte small(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
  }

  private static byte capital(byte b) {
    return b >= 'a' && b <= 'z' ? (byte) (b - ('a' - 'A')) : b;
  }
}
