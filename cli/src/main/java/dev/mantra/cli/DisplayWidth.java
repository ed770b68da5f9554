package dev.mantra.cli;

import org.jline.utils.WCWidth;

/** How much room text takes on a terminal, where a character may be two columns wide or none. */
final class DisplayWidth {

  private static final String CUT = "…";

  private DisplayWidth() {}

  static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += of(c);
      i += Character.charCount(c);
    }
    return width;
  }

  /**
   * The text, cut so that it takes at most {@code columns}; what was cut ends with a sign of it.
   */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    var cut = new StringBuilder();
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (width + of(c) > columns - 1) {
        break;
      }
      cut.appendCodePoint(c);
      width += of(c);
      i += Character.charCount(c);
    }
    return columns <= 0 ? "" : cut.append(CUT).toString();
  }

  private static int of(int c) {
    if (c >= ' ' && c <= '~') {
      return 1;
    }
    return Math.max(0, WCWidth.wcwidth(c));
  }
}
