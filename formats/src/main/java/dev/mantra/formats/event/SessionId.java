package dev.mantra.formats.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a session: UTC time, program and six random characters, as in {@code
 * 20261121T024836Z-claude-7k3f9a}. Names sort by time.
 */
public record SessionId(String value) implements Comparable<SessionId> {

  /** No vowels and no look-alikes, so that no word and no misreading comes of it. */
  private static final String ALPHABET = "23456789bcdfghjkmnpqrstvwxz";

  private static final int RANDOM_LENGTH = 6;
  private static final int LABEL_LENGTH = 20;
  private static final int TIME_LENGTH = 16;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX", Locale.ROOT);
  private static final Pattern FORM =
      Pattern.compile("[0-9]{8}T[0-9]{6}Z-[a-z0-9._+]{1,20}-[a-z0-9]{4,12}");

  public SessionId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("'" + value + "' is no session id");
    }
  }

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * A new id.
   *
   * @param program the command's name; what an id cannot hold is left out of it
   * @param random any number nobody else has at this moment
   */
  public static SessionId of(Instant start, String program, long random) {
    var utc = start.atOffset(ZoneOffset.UTC);
    var id = new StringBuilder(40);
    pad(id, utc.getYear(), 4);
    pad(id, utc.getMonthValue(), 2);
    pad(id, utc.getDayOfMonth(), 2);
    id.append('T');
    pad(id, utc.getHour(), 2);
    pad(id, utc.getMinute(), 2);
    pad(id, utc.getSecond(), 2);
    id.append("Z-").append(label(program)).append('-');
    long rest = random;
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      id.append(ALPHABET.charAt((int) Long.remainderUnsigned(rest, ALPHABET.length())));
      rest = Long.divideUnsigned(rest, ALPHABET.length());
    }
    return new SessionId(id.toString());
  }

  /** The time in the id, to the second; empty when its digits are no time. */
  public Optional<Instant> startedAt() {
    try {
      return Optional.of(TIME.parse(value.substring(0, TIME_LENGTH), Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String label(String program) {
    var lower = program.toLowerCase(Locale.ROOT);
    var label = new StringBuilder();
    for (int i = 0; i < lower.length() && label.length() < LABEL_LENGTH; i++) {
      char c = lower.charAt(i);
      if (isLetterOrDigit(c) || c == '.' || c == '_' || c == '+') {
        label.append(c);
      }
    }
    return label.isEmpty() ? "program" : label.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static void pad(StringBuilder out, int number, int digits) {
    var text = Integer.toString(number);
    out.repeat('0', Math.max(0, digits - text.length())).append(text);
  }

  @Override
  public int compareTo(SessionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
