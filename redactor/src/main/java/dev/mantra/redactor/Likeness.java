package dev.mantra.redactor;

/** What a value looks like: something random, something people choose, or a word of a text. */
enum Likeness {
  /** Nothing is asked of it. */
  ANY,
  /** No plain word, name or number: letters with digits or signs in between. */
  STRONG,
  /** As machines make it: without words in it. */
  RANDOM,
  /** The Base64 of a name, a colon and a password. */
  BASE64PAIR;

  private static final int SHORTEST_STRONG = 5;
  private static final int SHORTEST_RANDOM = 10;

  /** What stands between words, also at the end of a line that a word goes on behind. */
  private static final String SEPARATORS = "-_./: ,\u2010";

  /** Letters in a row that can be spoken, from this many on, are taken for a word. */
  private static final int WORD = 4;

  boolean holds(CharSequence value) {
    return switch (this) {
      case ANY -> true;
      case STRONG -> isStrong(value);
      case RANDOM -> isRandom(value);
      case BASE64PAIR -> Base64Pair.isOne(value);
    };
  }

  private static boolean isStrong(CharSequence value) {
    if (value.length() < SHORTEST_STRONG) {
      return false;
    }
    int letters = 0;
    int digits = 0;
    int signs = 0;
    boolean mixed = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (Character.isLetter(c)) {
        letters++;
        mixed |= i > 0 && Character.isUpperCase(c) && !Character.isUpperCase(value.charAt(i - 1));
      } else if (SEPARATORS.indexOf(c) < 0) {
        signs++;
      }
    }
    return letters > 0 && (digits > 0 || signs > 0 || (mixed && !isReadable(value)));
  }

  private static boolean isRandom(CharSequence value) {
    int n = value.length();
    if (n < SHORTEST_RANDOM) {
      return false;
    }
    int digits = 0;
    int upper = 0;
    int lower = 0;
    for (int i = 0; i < n; i++) {
      char c = value.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      upper += c >= 'A' && c <= 'Z' ? 1 : 0;
      lower += c >= 'a' && c <= 'z' ? 1 : 0;
    }
    int letters = upper + lower;
    boolean mixture = letters > 0 && (digits > 0 || (n >= 20 && upper > 3 && lower > 3));
    return mixture && Entropy.of(value) >= Entropy.expected(n) && !isReadable(value);
  }

  /** Whether most of it are words, as in names of classes and files. */
  static boolean isReadable(CharSequence value) {
    int n = value.length();
    int readable = 0;
    int i = 0;
    while (i < n) {
      int end = i;
      if (isLetter(value.charAt(i))) {
        end = i + 1;
        while (end < n
            && isLetter(value.charAt(end))
            && (isLower(value.charAt(end)) || !isLower(value.charAt(end - 1)))) {
          end++;
        }
        if (end - i >= WORD && canBeSpoken(value, i, end)) {
          readable += end - i;
        }
      }
      i = Math.max(end, i + 1);
    }
    return readable * 2 > n;
  }

  private static boolean canBeSpoken(CharSequence value, int from, int to) {
    int vowels = 0;
    int consonants = 0;
    int upper = 0;
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      upper += isLower(c) ? 0 : 1;
      if ("aeiouyAEIOUY".indexOf(c) >= 0) {
        vowels++;
        consonants = 0;
      } else if (++consonants > 3) {
        return false;
      }
    }
    return vowels * 5 >= to - from && (upper <= 1 || upper == to - from);
  }

  private static boolean isLetter(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }
}
