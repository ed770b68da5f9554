package dev.mantra.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times people give in seconds: {@code 2}, {@code 0.5}. */
final class Seconds {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");

  private Seconds() {}

  /** A time above 0; empty when the text is none. */
  static Optional<Duration> read(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    var nanos = new BigDecimal(text).movePointRight(9).longValueExact();
    return nanos > 0 ? Optional.of(Duration.ofNanos(nanos)) : Optional.empty();
  }
}
