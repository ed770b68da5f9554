package dev.mantra.indexer.search;

/**
 * A word of the query language.
 *
 * @param field what stands before its colon; empty for none
 * @param column where it begins, counted from 0
 */
record QueryToken(Type type, String field, String text, int column) {

  /** What a word does. */
  enum Type {
    WORD,
    PHRASE,
    LEFT,
    RIGHT,
    OR,
    NOT,
    END
  }
}
