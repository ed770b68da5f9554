package dev.mantra.indexer.search;

/** A query that cannot be understood; the message is for the person who wrote it. */
public final class BadQueryException extends Exception {

  private static final long serialVersionUID = 1;

  private final int column;

  BadQueryException(int column, String message) {
    super(message);
    this.column = column;
  }

  /** Where the trouble is, counted from 0. */
  public int column() {
    return column;
  }
}
