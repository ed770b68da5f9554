package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Event;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one foreign format, one after the other.
 *
 * <p>An {@link Event.End} may only come last. Times may go back: whoever asks puts that right.
 */
interface EventScanner extends Closeable {

  /** The next event, null after the last one. */
  @Nullable Event next() throws IOException;

  /** The place that was read last, for what is wrong there. */
  Problem problemHere(String reason);
}
