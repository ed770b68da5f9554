package dev.mantra.formats.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  private static final String TIME_FORM = "00000000T000000Z";
  private static final int SHORTEST_TAIL = 4;
  private static final int LONGEST_TAIL = 12;

  public SessionId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("'" + value + "' is no session id");
    }
  }

  /** Asked for each session of a large store, which an expression would take long for. */
  public static boolean isValid(String text) {
    int label = TIME_LENGTH + 1;
    int end = text.indexOf('-', label);
    return hasTime(text) && isLabel(text, label, end) && isTail(text, end + 1);
  }

  private static boolean hasTime(String text) {
    if (text.length() <= TIME_LENGTH || text.charAt(TIME_LENGTH) != '-') {
      return false;
    }
    for (int i = 0; i < TIME_LENGTH; i++) {
      char form = TIME_FORM.charAt(i);
      char c = text.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isOfLabel(text.charAt(i))) {
        return false;
      }
    }
    return to > from && to - from <= LABEL_LENGTH;
  }

  private static boolean isTail(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (!isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return text.length() - from >= SHORTEST_TAIL && text.length() - from <= LONGEST_TAIL;
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

  /** Whether both began in the same second, as far as they tell. */
  public boolean isOfSameSecond(SessionId other) {
    return value.regionMatches(0, other.value, 0, TIME_LENGTH);
  }

  private static String label(String program) {
    var lower = program.toLowerCase(Locale.ROOT);
    var label = new StringBuilder();
    for (int i = 0; i < lower.length() && label.length() < LABEL_LENGTH; i++) {
      char c = lower.charAt(i);
      if (isOfLabel(c)) {
        label.append(c);
      }
    }
    return label.isEmpty() ? "program" : label.toString();
  }

  private static boolean isOfLabel(char c) {
    return isLetterOrDigit(c) || c == '.' || c == '_' || c == '+';
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static void pad(StringBuilder out, int number, int digits) {
    var text = Integer.toString(number);
    out.repeat('0', Math.max(0, digits - text.length())).append(text);
  }

  // Written out, like those of other records that every start compares: the ones that Java makes
  // are put together at run time, which no start-up cache spares.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
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
