package dev.mantra.replayer;

import com.google.re2j.Pattern;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds moments by reading all events, once. Screens it does not know. */
final class EventMoments implements Moments {

  private final EventSource source;
  private Optional<List<Timeline.Mark>> marks = Optional.empty();

  EventMoments(EventSource source) {
    this.source = source;
  }

  @Override
  public List<Timeline.Mark> marks() throws IOException {
    if (marks.isEmpty()) {
      var found = new ArrayList<Timeline.Mark>();
      var events = source.events();
      while (events.hasNext()) {
        if (events.next() instanceof Event.Marker marker) {
          found.add(new Timeline.Mark(marker.at(), marker.label()));
        }
      }
      marks = Optional.of(List.copyOf(found));
    }
    return marks.get();
  }

  @Override
  public OptionalLong firstShown(Pattern regex) {
    throw new UnsupportedOperationException("only a session of the store has screens");
  }
}
