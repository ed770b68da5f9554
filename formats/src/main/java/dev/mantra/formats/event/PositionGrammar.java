package dev.mantra.formats.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a {@link Position} is written: one grammar for the whole program. */
public final class PositionGrammar {

  /** What an error says may be written instead. */
  public static final String FORMS =
      "5, 5.2, user:3, 12:34, 1:02:03.250, an ISO time, 50%, marker:NAME, /regex/, start or end";

  private static final Pattern MESSAGE = Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,9}))?");
  private static final Pattern PROMPT = Pattern.compile("user:([0-9]{1,9})");
  private static final Pattern CLOCK =
      Pattern.compile("(?:([0-9]{1,6}):)?([0-9]{1,6}):([0-9]{1,6})(?:\\.([0-9]{1,9}))?");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,9})?)%");

  private final ZoneId zone;

  /**
   * @param zone what a wall-clock time without a zone of its own is meant in
   */
  public PositionGrammar(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @throws IllegalArgumentException when {@code text} is no position; the message says what is one
   */
  public Position parse(String text) {
    if (text.equals("start")) {
      return new Position.Start();
    }
    if (text.equals("end")) {
      return new Position.End();
    }
    if (text.startsWith("marker:") && text.length() > "marker:".length()) {
      return new Position.Marker(text.substring("marker:".length()));
    }
    if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
      return new Position.Shown(text.substring(1, text.length() - 1));
    }
    var message = MESSAGE.matcher(text);
    if (message.matches()) {
      var step = message.group(2);
      return step == null
          ? new Position.Message(atLeastOne(text, message.group(1)))
          : new Position.Step(Integer.parseInt(message.group(1)), atLeastOne(text, step));
    }
    var prompt = PROMPT.matcher(text);
    if (prompt.matches()) {
      return new Position.Prompt(atLeastOne(text, prompt.group(1)));
    }
    var clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return new Position.Offset(
          nanos(clock.group(1), clock.group(2), clock.group(3), clock.group(4)));
    }
    var percent = PERCENT.matcher(text);
    if (percent.matches() && Double.parseDouble(percent.group(1)) <= 100) {
      return new Position.Percent(Double.parseDouble(percent.group(1)));
    }
    return new Position.WallTime(wallTime(text));
  }

  /** Writes an offset as a position that {@link #parse} reads back: {@code 1:02:03.250}. */
  public static String format(long nanos) {
    long millis = Math.max(0, nanos) / 1_000_000;
    long seconds = millis / 1000;
    var text = new StringBuilder();
    if (seconds >= 3600) {
      text.append(seconds / 3600).append(':');
      twoDigits(text, seconds / 60 % 60);
    } else {
      text.append(seconds / 60);
    }
    twoDigits(text.append(':'), seconds % 60);
    long fraction = millis % 1000;
    if (fraction != 0) {
      text.append('.').append(Long.toString(1000 + fraction), 1, 4);
    }
    return text.toString();
  }

  private Instant wallTime(String text) {
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      var time = text.replace(' ', 'T');
      boolean zoned = time.endsWith("Z") || time.matches(".*T.*[+-][0-9:]+");
      return zoned
          ? OffsetDateTime.parse(time).toInstant()
          : LocalDateTime.parse(time).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no position; write one as " + FORMS, e);
    }
  }

  private static int atLeastOne(String text, String digits) {
    int number = Integer.parseInt(digits);
    if (number == 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is no position: messages, steps and prompts are counted from 1");
    }
    return number;
  }

  private static long nanos(
      @Nullable String hours, String minutes, String seconds, @Nullable String fraction) {
    long whole =
        (hours == null ? 0 : Long.parseLong(hours) * 3600)
            + Long.parseLong(minutes) * 60
            + Long.parseLong(seconds);
    long part = fraction == null ? 0 : Long.parseLong(fraction + "0".repeat(9 - fraction.length()));
    return whole * 1_000_000_000L + part;
  }

  private static void twoDigits(StringBuilder text, long number) {
    if (number < 10) {
      text.append('0');
    }
    text.append(number);
  }
}
