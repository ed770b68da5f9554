package dev.mantra.replayer;

import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.util.Iterator;

/**
 * A session's events, as often as they are asked for.
 *
 * <p>There is one reading at a time: asking again ends the one before. Who opened the session
 * closes it. Trouble while iterating is a {@link java.io.UncheckedIOException}.
 */
@FunctionalInterface
public interface EventSource {

  /** Starts again with the first event. */
  Iterator<Event> events() throws IOException;
}
