package dev.mantra.formats.event;

import dev.mantra.formats.event.Entry.Change;

/** What a session holds, counted while it was recorded, so that a list need not read it whole. */
public record Totals(
    long outputBytes, long inputBytes, long events, long markers, long messages, long gaps) {

  public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0);

  /** These totals after one more event. */
  public Totals plus(Event event) {
    return switch (event) {
      case Event.Output e ->
          new Totals(
              outputBytes + e.bytes().length(), inputBytes, events + 1, markers, messages, gaps);
      case Event.Input e ->
          new Totals(
              outputBytes, inputBytes + e.bytes().length(), events + 1, markers, messages, gaps);
      case Event.HiddenInput e ->
          new Totals(outputBytes, inputBytes + e.length(), events + 1, markers, messages, gaps);
      case Event.Message e ->
          new Totals(
              outputBytes,
              inputBytes,
              events + 1,
              markers,
              messages + (e.entry().isMessage() && e.entry().change() == Change.ADDED ? 1 : 0),
              gaps);
      case Event.Marker _ ->
          new Totals(outputBytes, inputBytes, events + 1, markers + 1, messages, gaps);
      case Event.Gap _ ->
          new Totals(outputBytes, inputBytes, events + 1, markers, messages, gaps + 1);
      case Event.Snapshot _,
          Event.FileChange _,
          Event.NotCaptured _,
          Event.Resize _,
          Event.Paused _,
          Event.Resumed _,
          Event.End _,
          Event.Unknown _ ->
          new Totals(outputBytes, inputBytes, events + 1, markers, messages, gaps);
    };
  }
}
