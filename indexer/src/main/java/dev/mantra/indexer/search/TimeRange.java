package dev.mantra.indexer.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param to the moment behind it
 */
record TimeRange(Instant from, Instant to) {

  /** From the beginning of one day to the end of another, or the same. */
  static TimeRange days(LocalDate first, LocalDate last, ZoneId zone) {
    return new TimeRange(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
