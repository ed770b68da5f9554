package dev.mantra.replayer.export;

/**
 * A stretch of a session's time, in nanoseconds since its start; both ends belong to it.
 *
 * @param from the least number there is for a session from its very beginning
 * @param to the largest there is for a session to its very end
 */
public record Span(long from, long to) {

  /** All of a session, whatever times its events have. */
  public static final Span WHOLE = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  boolean isWhole() {
    return equals(WHOLE);
  }

  boolean has(long moment) {
    return moment >= from && moment <= to;
  }
}
