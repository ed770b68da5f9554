package dev.mantra.replayer;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.JournalReader;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of a session that change its screen: output and new window sizes. Their times never
 * run backwards, whatever stands in the journal.
 */
final class ScreenEvents {

  private final JournalReader reader;
  private final Consumer<Event.Marker> markers;
  private @Nullable Event next;
  private Optional<JournalPlace> place = Optional.empty();
  private long time;

  ScreenEvents(JournalReader reader) {
    this(reader, _ -> {});
  }

  /**
   * @param markers is given the markers among the events
   */
  ScreenEvents(JournalReader reader, Consumer<Event.Marker> markers) {
    this.reader = reader;
    this.markers = markers;
  }

  /** Goes on from a place of the journal, with nothing earlier than a time. */
  void seek(JournalPlace to, long earliest) {
    reader.seek(to);
    next = null;
    time = earliest;
  }

  /** When the next event happens; empty when there is none, or none yet. */
  OptionalLong nextAt() throws IOException {
    var ahead = look();
    return ahead == null ? OptionalLong.empty() : OptionalLong.of(ahead.at());
  }

  /** The next event, which {@link #nextAt} has shown to be there. */
  Event next() throws IOException {
    var event = look();
    if (event == null) {
      throw new IllegalStateException("no event was shown to be there");
    }
    next = null;
    return event;
  }

  /** Where the next event stands in the journal, if one can go on from there. */
  Optional<JournalPlace> place() {
    return next == null ? reader.place() : place;
  }

  private @Nullable Event look() throws IOException {
    while (next == null) {
      place = reader.place();
      var read = reader.next();
      if (read.isEmpty()) {
        return null;
      }
      switch (read.get()) {
        case Event.Output output -> next = inOrder(output);
        case Event.Resize resize -> {
          // A terminal that does not know its size has kept the one it had.
          if (resize.size().isKnown()) {
            next = inOrder(resize);
          }
        }
        case Event.Marker marker -> markers.accept(marker);
        case Event.Input _,
            Event.HiddenInput _,
            Event.Message _,
            Event.Snapshot _,
            Event.FileChange _,
            Event.NotCaptured _,
            Event.Paused _,
            Event.Resumed _,
            Event.Gap _,
            Event.End _,
            Event.Unknown _ -> {}
      }
    }
    return next;
  }

  private Event inOrder(Event event) {
    time = Math.max(time, event.at());
    return event.at() == time ? event : event.withAt(time);
  }
}
