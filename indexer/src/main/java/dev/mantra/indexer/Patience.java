package dev.mantra.indexer;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long an expression may work on lines that take it long. Most lines take it microseconds; a
 * large expression on a line of a megabyte can take minutes. Each thread has one of its own for
 * each session; what they have spent, they have spent together.
 */
final class Patience {

  /** What a line may take without being counted, as there may be any number of them. */
  private static final long LINE_NANOS = 100_000;

  /** The same for each of its characters: ten times what an ordinary expression takes. */
  private static final long CHARACTER_NANOS = 1_000;

  /** For all that the lines of all sessions take beyond that. */
  private static final long LONGEST_NANOS = 1_000_000_000;

  private final LongSupplier nanoTime;
  private final AtomicLong spent;
  private long begun;

  /**
   * @param spent by all that look for the same expression
   */
  Patience(LongSupplier nanoTime, AtomicLong spent) {
    this.nanoTime = nanoTime;
    this.spent = spent;
  }

  /** Thrown out of the middle of an expression's work, which cannot be ended otherwise. */
  static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Exhausted() {
      super("the expression takes too long", null, false, false);
    }
  }

  void begin() {
    begun = nanoTime.getAsLong();
  }

  void check() {
    if (spent.get() + nanoTime.getAsLong() - begun > LONGEST_NANOS) {
      throw new Exhausted();
    }
  }

  /**
   * The line has been read.
   *
   * @param length in characters
   */
  void end(int length) {
    long late = nanoTime.getAsLong() - begun - LINE_NANOS - length * CHARACTER_NANOS;
    if (late > 0 && spent.addAndGet(late) > LONGEST_NANOS) {
      throw new Exhausted();
    }
  }
}
