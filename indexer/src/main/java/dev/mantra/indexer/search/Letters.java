package dev.mantra.indexer.search;

/** What characters are to somebody who looks for words. */
final class Letters {

  /** Each character of each text is asked about, and nearly all are of ASCII. */
  private static final boolean[] ASCII_WORD =
      ascii("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

  private static final boolean[] ASCII_PLAIN = ascii("0123456789abcdefghijklmnopqrstuvwxyz");

  private static final boolean[] ASCII_CONNECTOR = ascii("+-./:@\\");

  private Letters() {}

  private static boolean[] ascii(String members) {
    var table = new boolean[0x80];
    for (int i = 0; i < members.length(); i++) {
      table[members.charAt(i)] = true;
    }
    return table;
  }

  /** Whether a character belongs to a word. */
  static boolean isWord(char[] text, int at, int to) {
    char c = text[at];
    if (c < 0x80) {
      return ASCII_WORD[c];
    }
    return switch (Character.getType(codePoint(text, at, to))) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK ->
          true;
      case Character.OTHER_SYMBOL -> Character.isSupplementaryCodePoint(codePoint(text, at, to));
      default -> false;
    };
  }

  /** Whether it belongs to a word, and neither parts it nor looks different in small letters. */
  static boolean isPlain(char c) {
    return c < 0x80 && ASCII_PLAIN[c];
  }

  /** Whether it surely ends a run. */
  static boolean isBlank(char c) {
    return c <= ' ';
  }

  /** Whether it can stand between two parts of one thing. */
  static boolean isConnector(char c) {
    return c < 0x80 && ASCII_CONNECTOR[c];
  }

  /** Whether it is of a script that has no blanks between words, or a sign by itself. */
  static boolean isDense(char[] text, int at, int to) {
    if (text[at] < 0x2190) {
      return false;
    }
    int c = codePoint(text, at, to);
    return Character.isIdeographic(c)
        || (c >= 0x3040 && c <= 0x30ff)
        || (c >= 0x31f0 && c <= 0x31ff)
        || (c >= 0xac00 && c <= 0xd7af)
        || Character.isEmoji(c);
  }

  static boolean isUpperCase(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  static int width(char[] text, int at, int to) {
    return text[at] < Character.MIN_SURROGATE ? 1 : Character.charCount(codePoint(text, at, to));
  }

  private static int codePoint(char[] text, int at, int to) {
    return Character.codePointAt(text, at, to);
  }
}
