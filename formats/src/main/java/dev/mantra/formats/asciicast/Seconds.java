package dev.mantra.formats.asciicast;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal seconds as they are written in files, and nanoseconds; never through floating point. */
final class Seconds {

  /** Longer times are a mistake in the file; the sum of two still fits. */
  static final long MOST = 4_000_000_000L * 1_000_000_000L;

  private static final int[] TEN_TO_THE = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private Seconds() {}

  /**
   * The nanoseconds nearest to {@code text}.
   *
   * @throws NumberFormatException when it is no number or longer than any session
   */
  static long nanos(String text) {
    long simple = simpleNanos(text);
    return simple >= 0
        ? simple
        : exactNanos(text).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** The nanoseconds in {@code text} with what is smaller than one of them. */
  static BigDecimal exactNanos(String text) {
    var value = new BigDecimal(text);
    // 1e-999999999 is short to write, but must not be written out in digits
    int magnitude = value.precision() - value.scale();
    if (value.signum() == 0 || magnitude < -30) {
      return BigDecimal.ZERO;
    }
    if (magnitude > 11) {
      throw new NumberFormatException(text + " s is longer than any session");
    }
    var nanos = value.movePointRight(9);
    if (nanos.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw new NumberFormatException(text + " s is longer than any session");
    }
    return nanos;
  }

  /** Digits with at most nine decimals, as nearly every time is written; else −1. */
  static long simpleNanos(String text) {
    long value = 0;
    int decimals = -1;
    int length = text.length();
    if (length > 19) {
      return -1;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && decimals < 9 && value < MOST / 10) {
        value = value * 10 + c - '0';
        decimals += decimals < 0 ? 0 : 1;
      } else if (c == '.' && decimals < 0 && i > 0) {
        decimals = 0;
      } else {
        return -1;
      }
    }
    int missing = 9 - Math.max(0, decimals);
    return length == 0 || value > MOST / TEN_TO_THE[missing] ? -1 : value * TEN_TO_THE[missing];
  }

  /** Decimal seconds with at least {@code decimals} decimals and no more than are needed. */
  static String format(long nanos, int decimals) {
    var text = new StringBuilder(20);
    long whole = nanos / 1_000_000_000L;
    int fraction = (int) (nanos % 1_000_000_000L);
    int needed = 9;
    while (needed > decimals && fraction % 10 == 0) {
      fraction /= 10;
      needed--;
    }
    text.append(whole);
    if (needed > 0) {
      var digits = Integer.toString(fraction);
      text.append('.').repeat('0', needed - digits.length()).append(digits);
    }
    return text.toString();
  }
}
