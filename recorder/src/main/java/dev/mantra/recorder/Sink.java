package dev.mantra.recorder;

import dev.mantra.formats.event.Event;
import java.io.IOException;

/** Where a recording's events go. All calls but {@link #force} come from one thread. */
public interface Sink {

  /** Does beforehand what takes long. */
  void open() throws IOException;

  void write(Event event) throws IOException;

  /** Writes what was taken so far through to the disk; may be called while others write. */
  void force() throws IOException;

  /** Ends it. */
  void close() throws IOException;

  /** Ends it and leaves nothing behind: there was nothing to record. */
  void discard() throws IOException;
}
