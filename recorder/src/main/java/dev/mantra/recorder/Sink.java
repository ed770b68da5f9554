package dev.mantra.recorder;

import dev.mantra.formats.event.Event;
import java.io.IOException;

/** Where a recording's events go. All calls but {@link #force} come from one thread. */
public interface Sink extends AutoCloseable {

  void write(Event event) throws IOException;

  /** Writes what was taken so far through to the disk; may be called while others write. */
  void force() throws IOException;

  /** Ends it; what was not said before has to be said now, in words for a person. */
  @Override
  void close() throws IOException;
}
