package dev.mantra.formats.journal;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.time.Duration;
import java.util.Optional;

/**
 * What a list shows of a session, read from its first and last frame alone.
 *
 * @param duration up to the last thing that was recorded
 * @param end absent while it is being recorded, and when it was interrupted
 * @param bytes what its journal takes on the disk
 * @param notes titles, tags, marks and notes given to it later
 */
public record SessionSummary(
    SessionHeader header,
    SessionState state,
    Duration duration,
    Optional<Event.End> end,
    long bytes,
    Annotations notes) {

  /** The title it was given last. */
  public Optional<String> title() {
    return notes.title().or(header::title);
  }
}
