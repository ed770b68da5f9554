package dev.mantra.cli;

/**
 * What a check of {@code doctor} found.
 *
 * @param advice what to do; empty when there is nothing to do
 */
record Finding(Verdict verdict, String what, String advice) {

  /** How bad it is. */
  enum Verdict {
    GOOD,
    /** Worth knowing. */
    NOTE,
    /** Something will not work. */
    BAD
  }

  static Finding good(String what) {
    return new Finding(Verdict.GOOD, what, "");
  }

  static Finding note(String what, String advice) {
    return new Finding(Verdict.NOTE, what, advice);
  }

  static Finding bad(String what, String advice) {
    return new Finding(Verdict.BAD, what, advice);
  }
}
