package dev.mantra.replayer.play;

import java.time.Duration;
import java.util.Optional;

/**
 * How to play.
 *
 * @param speed how many times as fast as it was
 * @param idleTimeLimit the longest pause to show, in the session's time
 * @param startAt where to begin, in nanoseconds
 */
public record PlayOptions(double speed, Optional<Duration> idleTimeLimit, long startAt) {

  /** From the start, as fast as it was, with every pause. */
  public static final PlayOptions PLAIN = new PlayOptions(1, Optional.empty(), 0);
}
