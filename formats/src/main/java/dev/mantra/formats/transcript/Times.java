package dev.mantra.formats.transcript;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Times as agents write them; what is none is absent. */
final class Times {

  private Times() {}

  static Optional<Instant> of(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Instant> ofMillis(Json millis) {
    return millis.number() > 0
        ? Optional.of(Instant.ofEpochMilli(millis.number()))
        : Optional.empty();
  }
}
