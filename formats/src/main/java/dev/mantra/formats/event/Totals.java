package dev.mantra.formats.event;

import dev.mantra.formats.event.Entry.Change;

/** What a session holds, counted while it was recorded, so that a list need not read it whole. */
public record Totals(
    long outputBytes, long inputBytes, long events, long markers, long messages, long gaps) {

  public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0);

  /** These totals after one more event. */
  public Totals plus(Event event) {
    return new Totals(
        outputBytes + (event instanceof Event.Output ? event.terminalBytes() : 0),
        inputBytes + (event instanceof Event.Output ? 0 : event.terminalBytes()),
        events + 1,
        markers + (event instanceof Event.Marker ? 1 : 0),
        messages + (isNewMessage(event) ? 1 : 0),
        gaps + (event instanceof Event.Gap ? 1 : 0));
  }

  private static boolean isNewMessage(Event event) {
    return event instanceof Event.Message e
        && e.entry().isMessage()
        && e.entry().change() == Change.ADDED;
  }
}
