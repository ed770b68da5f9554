package dev.mantra.indexer;

/**
 * What to look for and how much to tell of it.
 *
 * @param context so many lines around each hit
 */
public record GrepQuery(LinePattern pattern, Selection selection, Detail detail, int context) {

  /** Which lines are hits. */
  public enum Selection {
    MATCHING,
    OTHERS
  }

  /** What is told of a session. */
  public enum Detail {
    LINES,
    /** How many lines there are. */
    COUNT,
    /** That there is one. */
    SESSION
  }
}
