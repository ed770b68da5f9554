package dev.mantra.indexer;

/**
 * A line of a passage.
 *
 * @param number counts the passage's lines from 0
 */
public record PassageLine(Passage passage, int number, String text) {}
