package dev.mantra.formats.conversation;

/**
 * What is kept of a text that may be long.
 *
 * @param head how it begins
 * @param tail how it ends
 * @param length how many characters it has
 */
public record Gist(String head, String tail, long length) {

  public static final Gist NONE = new Gist("", "", 0);

  /** So many characters are kept of the beginning, and of the end. */
  public static final int MOST = 240;

  public static Gist of(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    int end = Math.min(MOST, text.length());
    int start = Math.max(0, text.length() - MOST);
    return new Gist(
        text.substring(0, splitsPair(text, end) ? end - 1 : end),
        text.substring(splitsPair(text, start) ? start + 1 : start),
        text.length());
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** Whether {@link #head} is all of it. */
  public boolean isWhole() {
    return head.length() == length;
  }

  /** This text with another one behind it. */
  Gist plus(Gist more) {
    return isEmpty()
        ? more
        : more.isEmpty() ? this : new Gist(head, more.tail, length + more.length);
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }
}
