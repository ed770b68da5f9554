package dev.mantra.formats.event;

/** Says something about an event of whatever kind. */
public interface EventVisitor<T> {

  T output(Event.Output event);

  T input(Event.Input event);

  T hiddenInput(Event.HiddenInput event);

  T resize(Event.Resize event);

  T message(Event.Message event);

  T snapshot(Event.Snapshot event);

  T fileChange(Event.FileChange event);

  T notCaptured(Event.NotCaptured event);

  T marker(Event.Marker event);

  T paused(Event.Paused event);

  T resumed(Event.Resumed event);

  T gap(Event.Gap event);

  T end(Event.End event);

  T unknown(Event.Unknown event);
}
