package dev.mantra.indexer.search;

/** What a word of the query language does. */
enum TokenType {
  WORD,
  PHRASE,
  LEFT,
  RIGHT,
  OR,
  NOT,
  END
}
