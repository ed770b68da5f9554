package dev.mantra.indexer.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.natty.DateGroup;
import org.natty.Parser;

/**
 * Times in natural language, as Natty understands them: {@code march 3rd}, {@code yesterday at
 * 3pm}. Natty looks ahead and this looks back: what has no year and would be to come is a year
 * earlier.
 */
final class SpokenDate {

  /** Longer texts are no times, and would take long to find out. */
  private static final int LONGEST = 60;

  private final Instant now;
  private final ZoneId zone;

  SpokenDate(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** What is meant, when all of the text is a time. */
  Optional<TimeRange> range(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var groups = new Parser(TimeZone.getTimeZone(zone)).parse(text, Date.from(now));
      return groups.size() == 1 && groups.getFirst().getText().strip().equals(text.strip())
          ? range(groups.getFirst())
          : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty(); // Natty gives up on some texts in ways of its own
    }
  }

  private Optional<TimeRange> range(DateGroup group) {
    List<ZonedDateTime> dates =
        group.getDates().stream()
            .map(date -> past(date.toInstant().atZone(zone)))
            .sorted()
            .toList();
    if (dates.isEmpty() || group.isRecurring()) {
      return Optional.empty();
    }
    var first = dates.getFirst();
    var last = dates.getLast();
    try {
      if (group.getParseLocations().containsKey("relaxed_month")
          && !group.getParseLocations().containsKey("relaxed_date")) {
        LocalDate month = first.toLocalDate().withDayOfMonth(1);
        return Optional.of(TimeRange.days(month, month.plusMonths(1).minusDays(1), zone));
      }
      return Optional.of(
          group.isTimeInferred()
              ? TimeRange.days(first.toLocalDate(), last.toLocalDate(), zone)
              : new TimeRange(first.toInstant(), last.plusHours(1).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private ZonedDateTime past(ZonedDateTime time) {
    return time.toInstant().isAfter(now) ? time.minusYears(1) : time;
  }
}
