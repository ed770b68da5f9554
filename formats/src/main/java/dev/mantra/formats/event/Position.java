package dev.mantra.formats.event;

import java.time.Instant;

/**
 * A place in a session, as {@code --at} and the player's {@code :} take it.
 *
 * <p>A position says <em>what</em> is meant; where that is in time is for the one who knows the
 * session's content to find out.
 */
public sealed interface Position {

  /** Message {@code number}, counted from 1: {@code 5}. */
  record Message(int number) implements Position {}

  /**
   * Step {@code step} of message {@code message}: {@code 5.2}; those of message 0 come before the
   * first one.
   */
  record Step(int message, int step) implements Position {}

  /** The {@code number}th prompt: {@code user:3}. */
  record Prompt(int number) implements Position {}

  /** Nanoseconds since the start: {@code 12:34}, {@code 1:02:03.250}. */
  record Offset(long nanos) implements Position {}

  /** A wall-clock time: {@code 2026-11-21T02:48:36Z}; without a zone, the given one. */
  record WallTime(Instant time) implements Position {}

  /** A share of the session's duration: {@code 50%}. */
  record Percent(double percent) implements Position {}

  /** The first marker with this label: {@code marker:NAME}. */
  record Marker(String label) implements Position {}

  /** The first moment a match of this RE2 expression is on the screen: {@code /regex/}. */
  record Shown(String regex) implements Position {}

  record Start() implements Position {}

  record End() implements Position {}
}
