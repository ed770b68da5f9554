package dev.mantra.replayer;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.EventTransform;
import dev.mantra.formats.event.SessionHeader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * A part of a session as a session of its own: times start at 0, and the header has the time and
 * the window's size of where the part begins.
 */
public record Excerpt(SessionHeader header, Iterator<Event> events) {

  /**
   * What happened from {@code from} to {@code to}, both included, in nanoseconds. Reads as far as
   * {@code from}.
   */
  public static Excerpt of(SessionHeader header, Iterator<Event> events, long from, long to) {
    var size = header.size();
    var ahead = new ArrayDeque<Event>(1);
    while (ahead.isEmpty() && events.hasNext()) {
      var event = events.next();
      if (event.at() >= from) {
        ahead.add(event);
      } else if (event instanceof Event.Resize resize) {
        size = resize.size();
      }
    }
    var start = header.startedAt().plus(Duration.ofNanos(from));
    var cut = header.copy(header.id(), start).size(size);
    return new Excerpt(
        cut.build(), EventTransform.between(from, to).apply(new Resumed(ahead, events)));
  }

  /** The events that were read ahead, then the others. */
  private record Resumed(ArrayDeque<Event> ahead, Iterator<Event> rest) implements Iterator<Event> {
    @Override
    public boolean hasNext() {
      return !ahead.isEmpty() || rest.hasNext();
    }

    @Override
    public Event next() {
      return ahead.isEmpty() ? rest.next() : ahead.remove();
    }
  }
}
