package dev.mantra.replayer;

import java.util.Locale;

/**
 * Recorded text in which everything that is not plainly visible is written as an escape: nothing of
 * it is lost, and it can neither drive nor mislead what shows it.
 */
public final class EscapedText {

  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private EscapedText() {}

  /** The text on one line. */
  public static String line(String text) {
    return escaped(text, "");
  }

  /** The text with its line feeds and tabs; line ends of other systems become line feeds. */
  public static String lines(String text) {
    return escaped(text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n"), "\n\t");
  }

  private static String escaped(String text, String kept) {
    int plain = 0;
    while (plain < text.length() && text.charAt(plain) >= ' ' && text.charAt(plain) < 0x7f) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    var safe = new StringBuilder(text.length() + 16).append(text, 0, plain);
    text.substring(plain).codePoints().forEach(c -> append(safe, c, kept));
    return safe.toString();
  }

  private static void append(StringBuilder out, int c, String kept) {
    if (isVisible(c) || kept.indexOf(c) >= 0) {
      out.appendCodePoint(c);
      return;
    }
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x1b -> out.append("\\e");
      default -> out.append(String.format(Locale.ROOT, c <= 0xff ? "\\x%02x" : "\\u{%x}", c));
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
