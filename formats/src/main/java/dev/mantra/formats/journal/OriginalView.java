package dev.mantra.formats.journal;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;

/** Everything as it was recorded. */
final class OriginalView implements SessionView {

  @Override
  public String name() {
    return "";
  }

  @Override
  public SessionHeader header(SessionHeader header) {
    return header;
  }

  @Override
  public Event event(long sequence, Event event) {
    return event;
  }

  @Override
  public Annotations annotations(Annotations annotations) {
    return annotations;
  }

  @Override
  public long end() {
    return Long.MAX_VALUE;
  }
}
