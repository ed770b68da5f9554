package dev.mantra.cli;

import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.SessionSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the facts of a session are written for people. */
final class SessionText {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

  private SessionText() {}

  /** The agents that worked in a session or, where none is known, the program. */
  static String agent(SessionSummary summary) {
    return summary.agents().isEmpty()
        ? summary.header().agent()
        : String.join(", ", summary.agents());
  }

  /** The name of the folder the session took place in. */
  static String project(SessionHeader header) {
    return header.project();
  }

  /** The command as one could type it. */
  static String command(SessionHeader header) {
    return header.commandLine();
  }

  static String state(SessionSummary summary) {
    return summary.state().name().toLowerCase(Locale.ROOT);
  }

  static String localTime(Instant time, ZoneId zone) {
    return LOCAL.format(time.atZone(zone));
  }

  /** For example {@code 1:02:03}, {@code 12:34}, {@code 0:07}. */
  static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds >= 3600
        ? seconds / 3600 + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60)
        : seconds / 60 + ":" + twoDigits(seconds % 60);
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }

  /** For example {@code 812 B}, {@code 1.2 MB}. */
  static String size(long bytes) {
    double number = bytes;
    int unit = 0;
    while (number >= 999.5 && unit < UNITS.length - 1) {
      number /= 1000;
      unit++;
    }
    boolean isWhole = unit == 0 || number >= 99.5;
    long tenths = Math.round(number * 10);
    var digits = isWhole ? Long.toString(Math.round(number)) : tenths / 10 + "." + tenths % 10;
    return digits + " " + UNITS[unit];
  }
}
