package dev.mantra.redactor;

import java.util.Optional;

/**
 * Undoes backslashes, as many as there are: text in JSON in JSON in JSON is read as it was.
 * Lenient, because what stands on a terminal may be a part of anything.
 */
final class Escapes {
  private static final int MOST_BACKSLASHES = 15;

  private Escapes() {}

  /** The text without escapes; empty when it has none. */
  static Optional<Reading> undo(Reading reading) {
    var text = reading.text();
    if (text.indexOf('\\') < 0) {
      return Optional.empty();
    }
    var plain = new Reading.Builder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n' || i == 0) {
        int end = text.indexOf('\n', i + 1);
        int next = text.indexOf('\\', i);
        if (next < 0) {
          break;
        }
        if (end >= 0 && next > end) {
          i = text.lastIndexOf('\n', next); // lines without any are passed over
          plain.append('\n', reading.origin(i++));
          continue;
        }
      }
      if (c != '\\') {
        plain.append(c, reading.origin(i++));
        continue;
      }
      int end = i;
      while (end < text.length() && text.charAt(end) == '\\' && end - i < MOST_BACKSLASHES) {
        end++;
      }
      char next = end < text.length() ? text.charAt(end) : '\n';
      int origin = reading.origin(i);
      switch (next) {
        case 'n', 'r' -> plain.append('\n', origin);
        case 't' -> plain.append('\t', origin);
        case '"', '/', '\'' -> plain.append(next, reading.origin(end));
        case 'u' -> {
          int codePoint = hex(text, end + 1);
          if (codePoint >= 0) {
            plain.append((char) codePoint, origin);
            end += 4;
          } else {
            plain.append('\\', origin);
            end--;
          }
        }
        default -> {
          plain.append('\\', origin);
          end--;
        }
      }
      i = Math.min(text.length(), end + 1);
    }
    return Optional.of(plain.build());
  }

  private static int hex(String text, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
