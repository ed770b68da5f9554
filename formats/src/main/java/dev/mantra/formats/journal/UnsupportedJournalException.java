package dev.mantra.formats.journal;

import java.io.IOException;

/** A journal written by a later version of Mantra. */
public final class UnsupportedJournalException extends IOException {

  private static final long serialVersionUID = 1;

  UnsupportedJournalException(String file, int version) {
    super(
        file
            + " is a journal of version "
            + version
            + ", and this Mantra reads versions up to "
            + JournalFormat.VERSION
            + "; use a newer Mantra");
  }
}
