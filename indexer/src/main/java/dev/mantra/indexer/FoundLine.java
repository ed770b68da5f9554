package dev.mantra.indexer;

/**
 * A line, and where it is in its session.
 *
 * @param at the moment to go to for it, in nanoseconds since the session's start
 */
public record FoundLine(String text, long at, Place place) {

  /** What a line is part of. */
  public sealed interface Place {

    /**
     * It was displayed.
     *
     * @param number counts the session's lines in the order in which they appeared
     * @param lastSeen when it was last on the screen
     */
    record Displayed(long number, long lastSeen) implements Place {}
  }
}
