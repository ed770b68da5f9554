package dev.mantra.replayer.play;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When to show what: a session's time against that of the person who watches.
 *
 * <p>A pause in the session lasts at most the idle limit, and everything is divided by the speed.
 * Events are due relative to when the one before was due, not to when it was shown, so that slow
 * writing does not add up.
 */
final class Pace {

  static final long NEVER = Long.MAX_VALUE;

  private static final double SLOWEST = 1.0 / 16;
  private static final double FASTEST = 64;

  /** After being held up longer than this, playing goes on from here instead of catching up. */
  private static final long TOO_LATE = 1_000_000_000L;

  /** What long pauses are cut to where nobody has said it. */
  private static final Duration USUAL_IDLE_LIMIT = Duration.ofSeconds(2);

  private final LongSupplier nanos;
  private final Duration idleLimit;
  private final double normalSpeed;
  private double speed;
  private boolean skipsIdle;

  /** The last event, or where one jumped to, in the session's time. */
  private long base;

  /** When that was due. */
  private long baseDue;

  private boolean paused;
  private long elapsedWhenPaused;

  /**
   * @param nanos a clock that only goes forward
   * @param speed how many times as fast as it was; this is also what {@link #normalSpeed} means
   * @param idleLimit the longest pause to show; empty for all of them in full
   */
  Pace(LongSupplier nanos, double speed, Optional<Duration> idleLimit) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("a speed is a number above 0, not " + speed);
    }
    this.nanos = nanos;
    this.speed = speed;
    this.normalSpeed = speed;
    this.idleLimit = idleLimit.orElse(USUAL_IDLE_LIMIT);
    this.skipsIdle = idleLimit.isPresent();
    this.baseDue = nanos.getAsLong();
  }

  /** Where playing is, in the session's time. */
  long position() {
    return base + elapsed();
  }

  /** How long to wait until what happened at {@code at} is due; 0 when it is. */
  long waitFor(long at) {
    if (paused) {
      return NEVER;
    }
    long left = shownGap(at) - elapsed();
    return left <= 0 ? 0 : Math.max(1, (long) Math.ceil(left / speed));
  }

  /** What happened at {@code at} was shown. */
  void reached(long at) {
    long now = nanos.getAsLong();
    long due = baseDue + (long) (shownGap(at) / speed);
    boolean onTime = !paused && due <= now && now - due < TOO_LATE;
    base = at;
    baseDue = onTime ? due : now;
    elapsedWhenPaused = 0;
  }

  /** Goes to {@code at} without waiting. */
  void jump(long at) {
    base = at;
    baseDue = nanos.getAsLong();
    elapsedWhenPaused = 0;
  }

  boolean isPaused() {
    return paused;
  }

  void pause() {
    elapsedWhenPaused = elapsed();
    paused = true;
  }

  void resume() {
    if (paused) {
      paused = false;
      goOnFrom(elapsedWhenPaused);
    }
  }

  double speed() {
    return speed;
  }

  void faster() {
    changeSpeed(Math.min(FASTEST, speed * 2));
  }

  void slower() {
    changeSpeed(Math.max(SLOWEST, speed / 2));
  }

  void normalSpeed() {
    changeSpeed(normalSpeed);
  }

  /** The longest pause that is shown; empty when pauses are shown in full. */
  Optional<Duration> idleLimit() {
    return skipsIdle ? Optional.of(idleLimit) : Optional.empty();
  }

  /** Shows pauses in full, or cuts them short again; without a limit of its own, to 2 s. */
  void toggleIdle() {
    skipsIdle = !skipsIdle;
  }

  private void changeSpeed(double to) {
    long elapsed = elapsed();
    speed = to;
    goOnFrom(elapsed);
  }

  private void goOnFrom(long elapsed) {
    baseDue = nanos.getAsLong() - (long) (elapsed / speed);
  }

  /** The session's time since the base. */
  private long elapsed() {
    return paused ? elapsedWhenPaused : Math.max(0, (long) ((nanos.getAsLong() - baseDue) * speed));
  }

  private long shownGap(long at) {
    long gap = Math.max(0, at - base);
    return skipsIdle ? Math.min(gap, idleLimit.toNanos()) : gap;
  }
}
