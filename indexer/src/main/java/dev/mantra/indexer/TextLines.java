package dev.mantra.indexer;

import java.nio.charset.StandardCharsets;

/** Where lines begin and end in a text that has a line feed after each. */
final class TextLines {

  private TextLines() {}

  /** Where the line begins that a byte belongs to. */
  static int start(byte[] bytes, int at, int from) {
    int start = at;
    while (start > from && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** Where the line's feed is. */
  static int end(byte[] bytes, int at, int to) {
    int end = at;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
