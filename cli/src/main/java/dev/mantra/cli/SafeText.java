package dev.mantra.cli;

import java.util.Locale;

/**
 * Makes text that came out of a recording harmless: it may name, title or quote anything, and must
 * not be able to drive, hide from or mislead the terminal that shows it.
 */
final class SafeText {

  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private SafeText() {}

  /** The text on one line, with everything that is not plainly visible written as an escape. */
  static String of(String text) {
    int plain = 0;
    while (plain < text.length() && text.charAt(plain) >= ' ' && text.charAt(plain) < 0x7f) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    var safe = new StringBuilder(text.length() + 16).append(text, 0, plain);
    text.substring(plain).codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x1b -> out.append("\\e");
      default -> {
        if (isVisible(c)) {
          out.appendCodePoint(c);
        } else if (c <= 0xff) {
          out.append(String.format(Locale.ROOT, "\\x%02x", c));
        } else {
          out.append(String.format(Locale.ROOT, "\\u{%x}", c));
        }
      }
    }
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      // Joined emoji need the joiner; the other format characters reorder or hide text.
      case Character.FORMAT -> c == ZERO_WIDTH_JOINER;
      default -> true;
    };
  }
}
