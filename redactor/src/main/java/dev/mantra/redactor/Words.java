package dev.mantra.redactor;

/** The characters of words: what a token, a name or a value is made of. */
final class Words {
  /** No token is longer. */
  static final int LONGEST = 8192;

  private static final boolean[] TOKEN = new boolean[128];
  private static final boolean[] NAME = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      boolean plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      TOKEN[c] = plain || "_-.~+/=%$:".indexOf(c) >= 0;
      NAME[c] = plain || "_-.".indexOf(c) >= 0;
    }
  }

  private Words() {}

  static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether a token may consist of it. */
  static boolean isToken(char c) {
    return c < 128 && TOKEN[c];
  }

  /** Whether a name may consist of it. */
  static boolean isName(char c) {
    return c < 128 && NAME[c];
  }

  /** The end of the token that an index is in. */
  static int end(Text text, int index, int most) {
    int i = index;
    int last = Math.min(text.length(), index + most);
    while (i < last && isToken(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
