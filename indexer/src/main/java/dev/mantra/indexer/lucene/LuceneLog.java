package dev.mantra.indexer.lucene;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Lucene wants it to be told how it could be faster, on standard error. */
public final class LuceneLog {

  /** Held here, or its level would be forgotten. */
  private static final Logger LOGGER = Logger.getLogger("org.apache.lucene");

  private LuceneLog() {}

  /** To be called before anything else of Lucene's. */
  public static void silence() {
    LOGGER.setLevel(Level.OFF);
  }
}
