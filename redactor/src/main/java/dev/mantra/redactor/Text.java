package dev.mantra.redactor;

/** A text to look for secrets in, also in small letters. */
final class Text implements CharSequence {
  private final String raw;
  private final char[] folded;

  Text(String raw) {
    this.raw = raw;
    folded = raw.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      char c = folded[i];
      if (c >= 'A' && c <= 'Z') {
        folded[i] = (char) (c + 'a' - 'A');
      }
    }
  }

  /** The text with ASCII letters in lower case, not to be changed. */
  char[] folded() {
    return folded;
  }

  @Override
  public int length() {
    return folded.length;
  }

  @Override
  public char charAt(int index) {
    return raw.charAt(index);
  }

  /** Whether a word in small letters stands between two indices, in whatever letters. */
  boolean contains(String word, int from, int to) {
    char first = word.charAt(0);
    for (int i = from; i <= to - word.length(); i++) {
      if (folded[i] == first) {
        int n = 1;
        while (n < word.length() && folded[i + n] == word.charAt(n)) {
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
    return index >= 0 && index < folded.length ? raw.charAt(index) : '\n';
  }

  @Override
  public String subSequence(int start, int end) {
    return raw.substring(start, end);
  }

  /** Where the line begins that an index is in, but not more than {@code most} before it. */
  int lineStart(int index, int most) {
    int i = index;
    int least = Math.max(0, index - most);
    while (i > least && raw.charAt(i - 1) != '\n') {
      i--;
    }
    return i;
  }

  /** Where the line ends that an index is in, but not more than {@code most} behind it. */
  int lineEnd(int index, int most) {
    int i = index;
    int last = Math.min(folded.length, index + most);
    while (i < last && raw.charAt(i) != '\n') {
      i++;
    }
    return i;
  }

  /** The index of the first character from here on that is no blank. */
  int skipBlanks(int index) {
    int i = index;
    while (i < folded.length && (raw.charAt(i) == ' ' || raw.charAt(i) == '\t')) {
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
