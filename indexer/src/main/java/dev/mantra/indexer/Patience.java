package dev.mantra.indexer;

import java.util.function.LongSupplier;

/**
 * How long an expression may work on lines that take it long. Most lines take it microseconds; a
 * large expression on a line of a megabyte can take minutes. For one thread.
 */
final class Patience {

  /** Lines that take less than this are not counted: there may be any number of them. */
  private static final long SLOW_NANOS = 100_000_000;

  /** For all slow lines together. */
  private static final long LONGEST_NANOS = 1_000_000_000;

  private final LongSupplier nanoTime;
  private long spent;
  private long begun;

  Patience(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
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
    if (spent + nanoTime.getAsLong() - begun > LONGEST_NANOS) {
      throw new Exhausted();
    }
  }

  void end() {
    long taken = nanoTime.getAsLong() - begun;
    spent += taken < SLOW_NANOS ? 0 : taken;
  }
}
