package dev.mantra.indexer;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long an expression may work on lines that take it long. Most lines take it microseconds; a
 * large expression on a line of a megabyte can take minutes. Each thread has one of its own for
 * each session; what they have spent, they have spent together.
 */
final class Patience {

  /** Lines that take less than this are not counted: there may be any number of them. */
  private static final long SLOW_NANOS = 100_000_000;

  /** For all slow lines of all sessions together. */
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

  void end() {
    long taken = nanoTime.getAsLong() - begun;
    if (taken >= SLOW_NANOS) {
      spent.addAndGet(taken);
    }
  }
}
