package dev.mantra.indexer.search;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as people write them when they look back: {@code 2026-11-21}, {@code last thursday}, {@code
 * 2 weeks ago}. A weekday is the last one before today. What is said in other ways is for {@link
 * SpokenDate}.
 */
final class DateText {

  private static final String NUMBER =
      "(a|an|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,4})";
  private static final String UNIT = "(minute|hour|day|week|month|year)s?";
  private static final Pattern AGO = Pattern.compile(NUMBER + " " + UNIT + " ago");
  private static final Pattern PAST =
      Pattern.compile("(?:the )?(?:last|past) " + NUMBER + " " + UNIT);
  private static final Pattern SHORT = Pattern.compile("([0-9]{1,5})([mhdw])");
  private static final Pattern WEEKDAY = Pattern.compile("(?:(?:last|this|past|on) )?([a-z]+)");
  private static final Pattern SPAN = Pattern.compile("(?:the )?(last|this|past) " + UNIT);

  private static final List<String> NUMBERS =
      List.of("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private final Instant now;
  private final ZoneId zone;

  DateText(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** What is meant; empty when this is no time. */
  Optional<TimeRange> range(String text) {
    var words = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return plain(words)
        .or(() -> weekday(words))
        .or(() -> span(words))
        .or(() -> ago(words))
        .or(() -> past(words))
        .or(() -> new SpokenDate(now, zone).range(words));
  }

  private LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  private TimeRange day(LocalDate day) {
    return TimeRange.days(day, day, zone);
  }

  private Optional<TimeRange> plain(String text) {
    return switch (text) {
      case "today" -> Optional.of(day(today()));
      case "yesterday" -> Optional.of(day(today().minusDays(1)));
      case "now" -> Optional.of(new TimeRange(now, now));
      default -> iso(text);
    };
  }

  private Optional<TimeRange> iso(String text) {
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    var time = text.replace(' ', 't').toUpperCase(Locale.ROOT);
    try {
      return Optional.of(
          switch (time.length()) {
            case 4 -> year(Year.parse(time));
            case 7 -> month(YearMonth.parse(time));
            case 10 -> day(LocalDate.parse(time));
            default -> moment(time);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private TimeRange moment(String time) {
    boolean isZoned = time.endsWith("Z") || time.matches(".*T.*[+-][0-9:]+");
    var moment =
        isZoned
            ? OffsetDateTime.parse(time).toInstant()
            : LocalDateTime.parse(time).atZone(zone).toInstant();
    return new TimeRange(moment, moment);
  }

  private TimeRange year(Year year) {
    return TimeRange.days(year.atDay(1), year.atDay(year.length()), zone);
  }

  private TimeRange month(YearMonth month) {
    return TimeRange.days(month.atDay(1), month.atEndOfMonth(), zone);
  }

  private Optional<TimeRange> weekday(String text) {
    var matcher = WEEKDAY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var name = matcher.group(1);
    for (var day : DayOfWeek.values()) {
      var whole = day.name().toLowerCase(Locale.ROOT);
      if (whole.equals(name) || (name.length() == 3 && whole.startsWith(name))) {
        return Optional.of(day(today().with(TemporalAdjusters.previous(day))));
      }
    }
    return Optional.empty();
  }

  private Optional<TimeRange> span(String text) {
    var matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long back = matcher.group(1).equals("this") ? 0 : 1;
    return switch (matcher.group(2)) {
      case "day" -> Optional.of(day(today().minusDays(back)));
      case "week" -> {
        var monday =
            today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(back);
        yield Optional.of(TimeRange.days(monday, monday.plusDays(6), zone));
      }
      case "month" -> Optional.of(month(YearMonth.from(today()).minusMonths(back)));
      case "year" -> Optional.of(year(Year.from(today()).minusYears(back)));
      default -> Optional.of(since(1, unit(matcher.group(2))));
    };
  }

  /** A while ago: the day then or, of less than days, the time up to now. */
  private Optional<TimeRange> ago(String text) {
    var matcher = AGO.matcher(text);
    if (!matcher.matches()) {
      return shortly(text);
    }
    long number = number(matcher);
    var unit = unit(matcher.group(2));
    if (!unit.isDateBased()) {
      return Optional.of(since(number, unit));
    }
    return Optional.of(day(today().minus(number, unit)));
  }

  private Optional<TimeRange> shortly(String text) {
    var matcher = SHORT.matcher(text);
    return matcher.matches()
        ? Optional.of(since(Long.parseLong(matcher.group(1)), shortUnit(matcher.group(2))))
        : Optional.empty();
  }

  /** Of a letter that {@link #SHORT} knows. */
  private static ChronoUnit shortUnit(String letter) {
    return switch (letter) {
      case "m" -> ChronoUnit.MINUTES;
      case "h" -> ChronoUnit.HOURS;
      case "d" -> ChronoUnit.DAYS;
      default -> ChronoUnit.WEEKS;
    };
  }

  private Optional<TimeRange> past(String text) {
    var matcher = PAST.matcher(text);
    return matcher.matches()
        ? Optional.of(since(number(matcher), unit(matcher.group(2))))
        : Optional.empty();
  }

  private TimeRange since(long number, ChronoUnit unit) {
    return new TimeRange(now.atZone(zone).minus(number, unit).toInstant(), now);
  }

  private static ChronoUnit unit(String name) {
    return ChronoUnit.valueOf(name.toUpperCase(Locale.ROOT) + "S");
  }

  private static long number(Matcher matcher) {
    var word = matcher.group(1);
    if (Character.isDigit(word.charAt(0))) {
      return Long.parseLong(word);
    }
    return Math.max(1, NUMBERS.indexOf(word));
  }
}
