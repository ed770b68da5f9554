package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;

/** A path at which something else stands than before. */
sealed interface Difference {

  Bytes path();

  /** When that came about, in nanoseconds since 1970, as far as the file system tells. */
  long moment();

  /** Something is there that was not, or is not what it was. */
  record Now(KnownFolder folder, Bytes name, Stamp stamp, Newness newness) implements Difference {
    @Override
    public Bytes path() {
      return folder.pathOf(name);
    }

    @Override
    public long moment() {
      return stamp.changed();
    }
  }

  /** Nothing is there any more. */
  record Gone(Bytes path, Known known, long moment) implements Difference {}

  /** In what way something is new. */
  enum Newness {
    CAME,
    CHANGED,
    /** It has been there all the time, and was ignored. */
    FOUND
  }
}
