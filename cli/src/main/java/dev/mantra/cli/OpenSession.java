package dev.mantra.cli;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.EventTransform;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.formats.journal.Session;
import dev.mantra.replayer.EventSource;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A session that is read, perhaps several times; marks that were set later are in it as markers.
 */
final class OpenSession implements EventSource, AutoCloseable {

  private final Session session;
  private final Annotations annotations;
  private final SessionHeader header;
  private @Nullable JournalReader reader;

  private OpenSession(Session session) throws IOException {
    var summary = session.summary();
    this.session = session;
    this.annotations = summary.notes();
    this.header = titled(summary.header(), summary.title().orElse(""));
  }

  static OpenSession of(Session session) throws IOException {
    return new OpenSession(session);
  }

  /** The header, with the title the session was given last. */
  SessionHeader header() {
    return header;
  }

  @Override
  public Iterator<Event> events() throws IOException {
    close();
    var opened = session.read();
    reader = opened;
    var marks =
        annotations.marks().stream()
            .map(mark -> new Event.Marker(Math.max(0, mark.at()), mark.label()))
            .toList();
    return EventTransform.marked(marks).apply(opened.events());
  }

  /** How many damaged places the reading so far has met; none when nothing was read of it. */
  OptionalInt damageCount() {
    return reader == null ? OptionalInt.empty() : OptionalInt.of(reader.damage().size());
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  private static SessionHeader titled(SessionHeader header, String title) {
    if (title.isEmpty() || header.title().filter(title::equals).isPresent()) {
      return header;
    }
    return header.copy().title(Optional.of(title)).build();
  }
}
