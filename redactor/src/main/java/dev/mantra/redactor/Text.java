package dev.mantra.redactor;

/** A text to look for secrets in; words are found in it whatever letters they are written in. */
final class Text implements CharSequence {
  private final String raw;
  private final char[] characters;

  Text(String raw) {
    this.raw = raw;
    characters = raw.toCharArray();
  }

  /** The text, not to be changed. */
  char[] characters() {
    return characters;
  }

  @Override
  public int length() {
    return characters.length;
  }

  @Override
  public char charAt(int index) {
    return characters[index];
  }

  /** Whether some character may be no less than another one; no is certain. */
  boolean mayReach(char least) {
    int all = 0;
    for (char c : characters) {
      all |= c;
    }
    return all >= least;
  }

  /** The characters from one index to another, ASCII letters in lower case. */
  String small(int from, int to) {
    var small = new char[to - from];
    for (int i = from; i < to; i++) {
      small[i - from] = small(characters[i]);
    }
    return new String(small);
  }

  /** A letter of ASCII as a small one. */
  static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
  }

  /** Whether a word in small letters stands between two indices, in whatever letters. */
  boolean contains(String word, int from, int to) {
    char first = word.charAt(0);
    for (int i = from; i <= to - word.length(); i++) {
      if (small(characters[i]) == first) {
        int n = 1;
        while (n < word.length() && small(characters[i + n]) == word.charAt(n)) {
          n++;
        }
        if (n == word.length()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The character at an index, or a line feed before the beginning and behind the end. */
  char at(int index) {
    return index >= 0 && index < characters.length ? characters[index] : '\n';
  }

  /** Whether one of some characters stands at an index. */
  boolean isOneOf(int index, String some) {
    return some.indexOf(at(index)) >= 0;
  }

  @Override
  public String subSequence(int start, int end) {
    return raw.substring(start, end);
  }

  /** Where the line begins that an index is in, but not more than {@code most} before it. */
  int lineStart(int index, int most) {
    int i = index;
    int least = Math.max(0, index - most);
    while (i > least && characters[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  /** Where the line ends that an index is in, but not more than {@code most} behind it. */
  int lineEnd(int index, int most) {
    int i = index;
    int last = Math.min(characters.length, index + most);
    while (i < last && characters[i] != '\n') {
      i++;
    }
    return i;
  }

  /** The index of the first character from here on that is no blank. */
  int skipBlanks(int index) {
    int i = index;
    while (i < characters.length && (characters[i] == ' ' || characters[i] == '\t')) {
      i++;
    }
    return i;
  }

  boolean startsWith(String prefix, int index) {
    return raw.startsWith(prefix, index);
  }

  @Override
  public String toString() {
    return raw;
  }
}
