package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;

/** A path at which something else stands than before. */
sealed interface Difference {

  Bytes path();

  /** When that came about, in nanoseconds since 1970, as far as the file system tells. */
  long moment();

  /**
   * Something is there that was not, or is not what it was.
   *
   * @param moment of what is in a folder that was moved here, when that was moved
   */
  record Now(KnownFolder folder, Bytes name, Stamp stamp, Newness newness, long moment)
      implements Difference {

    Now(KnownFolder folder, Bytes name, Stamp stamp, Newness newness) {
      this(folder, name, stamp, newness, stamp.changed());
    }

    @Override
    public Bytes path() {
      return folder.pathOf(name);
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
