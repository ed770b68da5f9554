package dev.mantra.indexer.automaton;

/**
 * An expression has something that is not known here, or that automata of this kind do not have.
 */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1;

  Unreadable() {
    super(null, null, false, false);
  }
}
