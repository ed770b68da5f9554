package dev.mantra.indexer.search;

import java.util.List;

/** What has to be so of a session that is found. */
sealed interface QueryPart {

  /** All of these. An empty list is always so. */
  record All(List<QueryPart> parts) implements QueryPart {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** One of these at least. */
  record Any(List<QueryPart> parts) implements QueryPart {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record Not(QueryPart part) implements QueryPart {}

  /** A word stands in it, or what the analyzer makes of one. */
  record Word(String text) implements QueryPart {}

  /** These words stand in it, one after the other. */
  record Phrase(String text) implements QueryPart {}

  /** A word that begins like this stands in it. */
  record Prefix(String text) implements QueryPart {}

  /** A word of ordinary language stands in it, in whatever form. */
  record Stem(String word) implements QueryPart {}

  /**
   * Something is so of a field.
   *
   * @param value in small letters where case does not matter
   */
  record Fact(QueryField field, String value) implements QueryPart {}
}
