package dev.mantra.indexer.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for: what must be so of a session, and which of its texts count.
 *
 * @param kinds of which a text must be one; empty: of any
 * @param otherKinds of which it must be none
 * @param wish kinds that are likely to be meant
 */
record SearchQuery(
    QueryPart part,
    Set<String> kinds,
    Set<String> otherKinds,
    Optional<Instant> since,
    Optional<Instant> until,
    Demand demand,
    List<String> wish) {

  /** How much of it must be so. */
  enum Demand {
    EVERYTHING,
    /** The more the better: it is a question, and its words are not chosen carefully. */
    AS_MUCH_AS_THERE_IS
  }

  SearchQuery {
    kinds = Set.copyOf(kinds);
    otherKinds = Set.copyOf(otherKinds);
    wish = List.copyOf(wish);
  }
}
