package dev.mantra.replayer.export;

import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.EventTransform;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.replayer.EventSource;
import dev.mantra.replayer.Excerpt;
import dev.mantra.replayer.Replay;
import dev.mantra.replayer.ScreenDrawing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A session that is exported, or a part of it.
 *
 * @param header with the title that the session was given last
 * @param events all of the session's, with marks as markers
 * @param replay what is derived from them
 * @param span the part
 * @param facts writes the field that says what is known of the session
 * @param screens draws its screens into a page
 * @param progress is told the moments of messages and steps as they are written
 */
public record ExportedSession(
    SessionHeader header,
    EventSource events,
    Replay replay,
    Span span,
    PlainJson.Body facts,
    ScreenDrawing screens,
    LongConsumer progress) {

  /** The part as a session of its own; what the transform adds is cut with it. */
  Excerpt excerpt(EventTransform transform) throws IOException {
    var all = transform.apply(events.events());
    return span.isWhole()
        ? new Excerpt(header, all)
        : Excerpt.of(header, all, Math.max(0, span.from()), Math.min(replay.duration(), span.to()));
  }

  /** The messages and steps whose moments are in the part. */
  List<NumberedEntry> entries() throws IOException {
    var within = new ArrayList<NumberedEntry>();
    for (var entry : replay.messages().conversation().entries()) {
      if (span.has(moment(entry))) {
        within.add(entry);
      }
    }
    return List.copyOf(within);
  }

  /** When to look at the screen for an entry: what its position stands for. */
  long moment(NumberedEntry entry) throws IOException {
    return Math.clamp(replay.messages().shownAt(entry), 0, replay.duration());
  }
}
