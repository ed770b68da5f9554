package dev.mantra.formats.event;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns the events of a session into others, one after the other: players and exports share these.
 */
@FunctionalInterface
public interface EventTransform {

  Iterator<Event> apply(Iterator<Event> events);

  default EventTransform andThen(EventTransform next) {
    return events -> next.apply(apply(events));
  }

  static EventTransform identity() {
    return events -> events;
  }

  /** No two events stand further apart than {@code most}; what comes later moves up. */
  static EventTransform limitIdle(Duration most) {
    long limit = most.toNanos();
    return events ->
        map(
            events,
            new UnaryOperator<Event>() {
              private long last;
              private long cut;

              @Override
              public Event apply(Event event) {
                cut += Math.max(0, event.at() - last - limit);
                last = Math.max(last, event.at());
                return event.withAt(event.at() - cut);
              }
            });
  }

  /** Time runs {@code factor} times as fast. */
  static EventTransform speed(double factor) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("a speed is a number above 0, not " + factor);
    }
    return events -> map(events, event -> event.withAt((long) (event.at() / factor)));
  }

  /**
   * Only what happened from {@code from} to {@code to}, both included, in nanoseconds. Times start
   * at 0 again.
   */
  static EventTransform between(long from, long to) {
    return events ->
        new Iterator<>() {
          private @Nullable Event next = advance();

          private @Nullable Event advance() {
            while (events.hasNext()) {
              var event = events.next();
              if (event.at() > to) {
                return null;
              }
              if (event.at() >= from) {
                return event.withAt(event.at() - from);
              }
            }
            return null;
          }

          @Override
          public boolean hasNext() {
            return next != null;
          }

          @Override
          public Event next() {
            if (next == null) {
              throw new NoSuchElementException();
            }
            var event = next;
            next = advance();
            return event;
          }
        };
  }

  /** Markers are added, each behind what happened at its time and before the session's end. */
  static EventTransform marked(List<Event.Marker> markers) {
    return markers.isEmpty() ? identity() : events -> new MarkedEvents(events, markers);
  }

  private static Iterator<Event> map(Iterator<Event> events, UnaryOperator<Event> change) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return events.hasNext();
      }

      @Override
      public Event next() {
        return change.apply(events.next());
      }
    };
  }
}
