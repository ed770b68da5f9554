package dev.mantra.replayer.export;

import dev.mantra.replayer.EscapedText;

/** Puts recorded text into Markdown, so that none of it is taken for Markdown or HTML. */
final class Markdown {

  /** What means something within a line; backslashes take the meaning away. */
  private static final String SPECIAL = "\\`*_[]<>&~|#$";

  private static final int SHORTEST_FENCE = 3;

  private Markdown() {}

  /** A line of text, which is not the first thing on its line. */
  static String plain(String text) {
    var plain = new StringBuilder();
    var line = EscapedText.line(text);
    for (int i = 0; i < line.length(); i++) {
      if (SPECIAL.indexOf(line.charAt(i)) >= 0) {
        plain.append('\\');
      }
      plain.append(line.charAt(i));
    }
    return plain.toString();
  }

  /** A code span. */
  static String code(String text) {
    var line = EscapedText.line(text);
    var ticks = "`".repeat(longestRun(line) + 1);
    boolean edge =
        line.isBlank()
            || line.startsWith("`")
            || line.endsWith("`")
            || (line.startsWith(" ") && line.endsWith(" "));
    return edge ? ticks + " " + line + " " + ticks : ticks + line + ticks;
  }

  /** A fenced block: the fence is longer than any row of backticks in the text. */
  static String fence(String language, String text) {
    var visible = EscapedText.lines(text);
    var ticks = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(visible) + 1));
    var end = visible.isEmpty() || visible.endsWith("\n") ? "" : "\n";
    return ticks + language + "\n" + visible + end + ticks + "\n";
  }

  /** A line of text inside a block of HTML. */
  static String html(String text) {
    return escapedHtml(EscapedText.line(text));
  }

  /** Text as HTML that shows it. */
  static String escapedHtml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
