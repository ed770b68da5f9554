package dev.mantra.indexer.search;

/**
 * A word of the query language.
 *
 * @param field what stands before its colon; empty for none
 * @param column where it begins, counted from 0
 */
record QueryToken(TokenType type, String field, String text, int column) {}
