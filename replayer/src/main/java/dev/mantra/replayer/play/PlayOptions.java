package dev.mantra.replayer.play;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How to play.
 *
 * @param speed how many times as fast as it was
 * @param idleTimeLimit the longest pause to show, in the session's time
 * @param startAt where to begin, in nanoseconds
 * @param title what the status line calls the session
 * @param zone what a wall-clock time that somebody types is meant in
 */
public record PlayOptions(
    double speed,
    Optional<Duration> idleTimeLimit,
    long startAt,
    String title,
    ZoneId zone,
    StatusColors colors) {

  /** From the start, as fast as it was, with every pause. */
  public static final PlayOptions PLAIN =
      new PlayOptions(1, Optional.empty(), 0, "", ZoneOffset.UTC, StatusColors.PLAIN);

  public PlayOptions withPace(double faster, Optional<Duration> limit) {
    return new PlayOptions(faster, limit, startAt, title, zone, colors);
  }

  public PlayOptions withStartAt(long nanos) {
    return new PlayOptions(speed, idleTimeLimit, nanos, title, zone, colors);
  }

  public PlayOptions withTitle(String text) {
    return new PlayOptions(speed, idleTimeLimit, startAt, text, zone, colors);
  }

  public PlayOptions withZone(ZoneId id) {
    return new PlayOptions(speed, idleTimeLimit, startAt, title, id, colors);
  }

  public PlayOptions withColors(StatusColors choice) {
    return new PlayOptions(speed, idleTimeLimit, startAt, title, zone, choice);
  }
}
