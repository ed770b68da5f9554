package dev.mantra.formats.asciicast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Adds the intervals between events up, exactly also where they are finer than a nanosecond. */
final class EventClock {

  private long nanos;
  private @Nullable BigDecimal rest;

  /**
   * Goes on by an interval in decimal seconds.
   *
   * @return what is wrong with the interval, in which case the clock stands still; null when right
   */
  @Nullable String advance(String seconds) {
    long simple = Seconds.simpleNanos(seconds);
    if (simple >= 0 && simple <= Seconds.MOST - nanos) {
      nanos += simple;
      return null;
    }
    BigDecimal exact;
    try {
      exact = Seconds.exactNanos(seconds);
    } catch (NumberFormatException e) {
      return "the interval is longer than any session; it was taken as 0";
    }
    if (exact.signum() < 0) {
      return "the interval is negative; it was taken as 0";
    }
    if (exact.compareTo(BigDecimal.valueOf(Seconds.MOST - nanos)) >= 0) {
      return "the time is later than any session lasts; the interval was taken as 0";
    }
    var sum = rest == null ? exact : exact.add(rest);
    var whole = sum.setScale(0, RoundingMode.FLOOR);
    nanos += whole.longValueExact();
    rest = sum.subtract(whole);
    return null;
  }

  /** Nanoseconds since the start, to the nearest one. */
  long now() {
    return rest == null ? nanos : nanos + rest.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
