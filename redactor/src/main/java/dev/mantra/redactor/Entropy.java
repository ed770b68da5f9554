package dev.mantra.redactor;

/** How evenly a text uses its characters, in bits a character. */
final class Entropy {
  private static final double LOG_2 = Math.log(2);

  private Entropy() {}

  static double of(CharSequence text) {
    var counts = new int[128];
    int n = text.length();
    for (int i = 0; i < n; i++) {
      counts[text.charAt(i) & 127]++;
    }
    double sum = 0;
    for (int count : counts) {
      if (count > 0) {
        sum -= (double) count / n * Math.log((double) count / n) / LOG_2;
      }
    }
    return sum;
  }

  /** What random text of a length has at least, were it of 16 different characters. */
  static double expected(int length) {
    return length >= 20 ? 2.9 : Math.log(length) / LOG_2 * 0.65;
  }
}
