package dev.mantra.formats.journal;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a list shows of a session, read from its first and last frame alone.
 *
 * @param duration up to the last thing that was recorded
 * @param end absent while it is being recorded, and when it was interrupted
 * @param bytes what its journal takes on the disk
 * @param agents that worked in it, as far as their transcripts were found
 * @param notes titles, tags, marks and notes given to it later
 */
public record SessionSummary(
    SessionHeader header,
    SessionState state,
    Duration duration,
    Optional<Event.End> end,
    long bytes,
    List<String> agents,
    Annotations notes) {

  public SessionSummary {
    agents = List.copyOf(agents);
  }

  /** The same, seen through a view. */
  public SessionSummary seenThrough(SessionView view) {
    return new SessionSummary(
        view.header(header), state, duration, end, bytes, agents, view.annotations(notes));
  }

  /** The title it was given last. */
  public Optional<String> title() {
    return notes.title().or(header::title);
  }
}
