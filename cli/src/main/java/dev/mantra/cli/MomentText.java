package dev.mantra.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** How {@code --since} and {@code --until} take a time. */
final class MomentText {

  private static final String FORMS =
      "2026-11-21, 2026-11-21T14:30, today, yesterday, or a while ago like 30m, 8h, 2d, 3w";
  private static final Pattern AGO = Pattern.compile("([0-9]{1,5})([mhdw])");

  private final Instant now;
  private final ZoneId zone;

  MomentText(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** The first moment that is meant. */
  Instant since(String text) {
    var day = day(text);
    return day.isPresent() ? day.get().atStartOfDay(zone).toInstant() : moment(text);
  }

  /** The moment behind all that is meant: a day belongs to it whole. */
  Instant until(String text) {
    var day = day(text);
    return day.isPresent() ? day.get().plusDays(1).atStartOfDay(zone).toInstant() : moment(text);
  }

  private Optional<LocalDate> day(String text) {
    var today = now.atZone(zone).toLocalDate();
    if (text.equals("today")) {
      return Optional.of(today);
    }
    if (text.equals("yesterday")) {
      return Optional.of(today.minusDays(1));
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant moment(String text) {
    var ago = AGO.matcher(text);
    if (ago.matches()) {
      long number = Long.parseLong(ago.group(1));
      return now.minus(
          switch (ago.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "w" -> Duration.ofDays(7 * number);
            default -> Duration.ofDays(number);
          });
    }
    try {
      var time = text.replace(' ', 'T');
      return time.endsWith("Z") || time.matches(".*T.*[+-][0-9:]+")
          ? OffsetDateTime.parse(time).toInstant()
          : LocalDateTime.parse(time).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "'" + text + "' is no time; write one as " + FORMS, e);
    }
  }
}
