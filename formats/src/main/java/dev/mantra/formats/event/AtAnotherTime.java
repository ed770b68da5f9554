package dev.mantra.formats.event;

/**
 * The same event at another time; what it says of earlier moments moves along.
 *
 * @param time nanoseconds since the session's start
 */
record AtAnotherTime(long time) implements EventVisitor<Event> {

  @Override
  public Event output(Event.Output event) {
    return new Event.Output(time, event.bytes());
  }

  @Override
  public Event input(Event.Input event) {
    return new Event.Input(time, event.bytes());
  }

  @Override
  public Event hiddenInput(Event.HiddenInput event) {
    return new Event.HiddenInput(time, event.length());
  }

  @Override
  public Event resize(Event.Resize event) {
    return new Event.Resize(time, event.size());
  }

  @Override
  public Event message(Event.Message event) {
    return new Event.Message(time, event.entry());
  }

  @Override
  public Event snapshot(Event.Snapshot event) {
    return new Event.Snapshot(time, event.start());
  }

  @Override
  public Event fileChange(Event.FileChange event) {
    return new Event.FileChange(time, moved(event.moment(), event), event.edit());
  }

  @Override
  public Event notCaptured(Event.NotCaptured event) {
    return new Event.NotCaptured(time, event.path(), event.why(), event.detail());
  }

  @Override
  public Event marker(Event.Marker event) {
    return new Event.Marker(time, event.label());
  }

  @Override
  public Event paused(Event.Paused event) {
    return new Event.Paused(time);
  }

  @Override
  public Event resumed(Event.Resumed event) {
    return new Event.Resumed(time);
  }

  @Override
  public Event gap(Event.Gap event) {
    return new Event.Gap(time, moved(event.since(), event), event.bytes(), event.reason());
  }

  @Override
  public Event end(Event.End event) {
    return new Event.End(time, event.reason(), event.status(), event.totals());
  }

  @Override
  public Event unknown(Event.Unknown event) {
    return new Event.Unknown(time, event.code(), event.body());
  }

  private long moved(long earlier, Event event) {
    return Math.max(0, earlier + time - event.at());
  }
}
