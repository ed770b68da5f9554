package dev.mantra.indexer.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What makes one place better than another, beside the words that stand there. */
final class Ranking {

  /** After this time a session is half as near. */
  private static final double HALF_LIFE = Duration.ofDays(14).toMillis();

  /** How much a session of today is ahead of an old one. */
  private static final double RECENCY = 0.5;

  /** How much a kind of text that is probably meant is ahead. */
  private static final double WISH = 1.5;

  private static final double MANY_HITS = 0.1;

  private final Instant now;
  private final Set<String> wish;

  Ranking(Instant now, List<String> wish) {
    this.now = now;
    this.wish = Set.copyOf(wish);
  }

  /** What a document counts: what a person said, and titles, tell most about what was done. */
  double document(SessionTop.Found found) {
    double weight =
        switch (found.kind()) {
          case "user" -> 1.6;
          case "session" -> 1.4;
          case "assistant", "summary" -> 1.2;
          case "thinking", "progress", "system" -> 0.7;
          case "snapshot", "unknown" -> 0.4;
          default -> 1;
        };
    return found.score() * weight * (wish.contains(found.kind()) ? WISH : 1);
  }

  /**
   * What a session counts.
   *
   * @param best what its best document counts
   * @param share how much of what is looked for it has
   */
  double session(CatalogEntry entry, double best, int hits, double share) {
    double age = Math.max(0, now.toEpochMilli() - entry.startedAt());
    double recent = 1 + RECENCY * Math.pow(0.5, age / HALF_LIFE);
    double many = 1 + MANY_HITS * Math.log1p(hits);
    return best * recent * many * share * share;
  }
}
