package dev.mantra.formats.conversation;

/**
 * The text of a prompt as far as it can be compared with what was typed: agents change blanks and
 * line ends, keep long texts in part, and may leave out the {@code !} of a shell's command.
 */
public final class PromptText {

  /** Shorter texts are part of too many others. */
  private static final int LEAST = 4;

  private final String text;
  private final boolean isWhole;

  PromptText(Gist prompt) {
    this.isWhole = prompt.isWhole();
    this.text = comparable(prompt.head());
  }

  public static PromptText of(String prompt) {
    return new PromptText(Gist.of(prompt));
  }

  /** Whether so little was said that many would have said the same. */
  public boolean isShort() {
    return text.length() < 2 * LEAST;
  }

  /** Whether a line says it, and nothing else. */
  public boolean isIn(String typed) {
    var line = comparable(typed);
    return isWhole ? line.equals(text) : line.startsWith(text);
  }

  /** Whether a line says it but for what was there before it, or was typed before it. */
  boolean resembles(String typed) {
    var line = comparable(typed);
    return Math.min(line.length(), text.length()) >= LEAST
        && (isWhole ? line.endsWith(text) || text.endsWith(line) : line.contains(text));
  }

  /** Whether a line is part of it. */
  boolean holds(String typed) {
    return text.contains(comparable(typed));
  }

  private static String comparable(String text) {
    var kept = new StringBuilder();
    text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(kept::appendCodePoint);
    return !kept.isEmpty() && kept.charAt(0) == '!' ? kept.substring(1) : kept.toString();
  }
}
