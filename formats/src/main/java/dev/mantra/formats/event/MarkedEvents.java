package dev.mantra.formats.event;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Events with markers in their places: behind what happened at the same time, so that it is to be
 * seen where the marker is; but nothing comes behind the session's end.
 */
final class MarkedEvents implements Iterator<Event> {

  private final Iterator<Event> events;
  private final Deque<Event.Marker> markers;
  private @Nullable Event next;

  MarkedEvents(Iterator<Event> events, List<Event.Marker> markers) {
    this.events = events;
    this.markers =
        new ArrayDeque<>(
            markers.stream().sorted(Comparator.comparingLong(Event.Marker::at)).toList());
  }

  @Override
  public boolean hasNext() {
    return next != null || events.hasNext() || !markers.isEmpty();
  }

  @Override
  public Event next() {
    if (next == null && events.hasNext()) {
      next = events.next();
    }
    var marker = markers.peek();
    if (marker != null && (next == null || marker.at() < next.at() || next instanceof Event.End)) {
      markers.remove();
      return next == null ? marker : marker.withAt(Math.min(marker.at(), next.at()));
    }
    var event = next;
    next = null;
    if (event == null) {
      throw new NoSuchElementException();
    }
    return event;
  }
}
