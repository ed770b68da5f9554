/**
 * Expressions as Lucene's deterministic automata over bytes, which tell of some hundred megabytes a
 * second which lines have a match.
 */
@NullMarked
package dev.mantra.indexer.automaton;

import org.jspecify.annotations.NullMarked;
