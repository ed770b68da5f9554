package dev.mantra.recorder;

import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.time.Duration;

/** Where a recording's events go. All calls but {@link #force} come from one thread. */
public interface Sink {

  /** Within it even a disk that has much to do answers. */
  Duration SLOW_DISK = Duration.ofSeconds(5);

  /** Does beforehand what takes long. */
  void open() throws IOException;

  void write(Event event) throws IOException;

  /** Writes what was taken so far through to the disk; may be called while others write. */
  void force() throws IOException;

  /** Ends it. */
  void close() throws IOException;

  /** Ends it and leaves nothing behind: there was nothing to record. */
  void discard() throws IOException;

  /** How long it may hold up the user when the program has ended. */
  default Duration patience() {
    return SLOW_DISK;
  }
}
