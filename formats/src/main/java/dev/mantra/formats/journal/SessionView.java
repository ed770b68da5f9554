package dev.mantra.formats.journal;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;

/**
 * What is shown of a session in place of what was recorded: whoever reads it through a view gets
 * nothing else, and so does whatever is derived from that.
 *
 * <p>A view knows events by the numbers of their frames, so that they can be read from any place
 * on.
 */
public interface SessionView {

  /** All as it was recorded. */
  SessionView ORIGINAL = new OriginalView();

  /** Tells what was derived from this view from what was derived from others. */
  String name();

  SessionHeader header(SessionHeader header);

  /**
   * @param sequence the number of the frame in which the event begins
   */
  Event event(long sequence, Event event);

  /** What people said about the session later. */
  Annotations annotations(Annotations annotations);

  /** The first frame of which nothing is seen: the session was shorter when it was looked at. */
  long end();
}
