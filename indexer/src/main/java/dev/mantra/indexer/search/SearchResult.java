package dev.mantra.indexer.search;

import dev.mantra.formats.event.SessionId;
import dev.mantra.indexer.FoundLine;
import dev.mantra.indexer.LinePattern.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was found, the best session first.
 *
 * @param total how many sessions were found
 * @param facets how much was found of what: by {@code agent}, {@code project} and {@code tag}
 *     sessions, by {@code kind} and {@code tool} texts
 * @param precision whether it is what was asked for
 */
public record SearchResult(
    List<FoundSession> sessions,
    int total,
    Map<String, Map<String, Integer>> facets,
    Precision precision) {

  /** How much what was found is what was asked for. */
  public enum Precision {
    EXACT,
    /** There are only other forms of the words. */
    OTHER_FORMS,
    /** It took too long: there may be more. */
    INCOMPLETE
  }

  /**
   * A session in which something was found.
   *
   * @param hits the best ones, in the order of the session
   * @param count how many there are
   */
  public record FoundSession(
      SessionId id,
      Instant startedAt,
      Duration duration,
      String agent,
      String project,
      String title,
      List<Hit> hits,
      int count) {

    public FoundSession {
      hits = List.copyOf(hits);
    }
  }

  /**
   * A place in a session.
   *
   * @param spans what was found in the line
   */
  public record Hit(FoundLine line, List<Span> spans, double score) {

    public Hit {
      spans = List.copyOf(spans);
    }
  }

  public SearchResult {
    sessions = List.copyOf(sessions);
    facets = Map.copyOf(facets);
  }
}
