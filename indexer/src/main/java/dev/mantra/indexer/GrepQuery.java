package dev.mantra.indexer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What to look for and how much to tell of it.
 *
 * @param parts where to look
 * @param context so many lines around each hit
 */
public record GrepQuery(
    LinePattern pattern, Selection selection, Set<Part> parts, Detail detail, int context) {

  /** What there is to look through, in the order in which hits are told. */
  public enum Part {
    /** What was displayed. */
    LINES,
    /** Messages and their steps. */
    MESSAGES,
    /** How files of the workspace changed. */
    FILES
  }

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

  public GrepQuery {
    var ordered = EnumSet.noneOf(Part.class);
    ordered.addAll(parts);
    parts = Collections.unmodifiableSet(ordered);
  }
}
