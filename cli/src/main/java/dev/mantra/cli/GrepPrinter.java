package dev.mantra.cli;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.Excerpt;
import java.io.IOException;

/** Prints what {@code mantra grep} finds. */
interface GrepPrinter {

  void excerpt(Session session, Excerpt excerpt) throws IOException;

  /** A session of which no lines are printed has hits. */
  void count(Session session, long hits) throws IOException;
}
