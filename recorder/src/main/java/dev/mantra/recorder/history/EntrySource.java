package dev.mantra.recorder.history;

import dev.mantra.formats.journal.Session;
import java.io.IOException;

/** Where the entries of a conversation come from. */
interface EntrySource {

  /** Takes entries. */
  @FunctionalInterface
  interface Consumer {
    void take(Placed entry) throws IOException;
  }

  /**
   * Brings a session's copies up to date.
   *
   * @return whether anything is new
   */
  boolean copyTo(Session session) throws IOException;

  /**
   * Tells all entries.
   *
   * @param session whose copies are up to date
   * @param tally counts what cannot be told
   */
  void pour(Session session, ImportTally tally, Consumer consumer) throws IOException;

  /** Deletes copies of which everything stands in later ones. */
  void tidy() throws IOException;
}
