package dev.mantra.recorder;

import java.time.Instant;

/**
 * A session's one clock: a wall-clock start, and nanoseconds since then that never run backwards.
 */
public final class SessionClock {

  private final Instant startedAt;
  private final long origin;

  private SessionClock(Instant startedAt, long origin) {
    this.startedAt = startedAt;
    this.origin = origin;
  }

  /** A clock that starts now. */
  public static SessionClock start() {
    return new SessionClock(Instant.now(), System.nanoTime());
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** Nanoseconds since the start. */
  public long now() {
    return System.nanoTime() - origin;
  }
}
