package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.EventVisitor;
import dev.mantra.formats.event.WindowSize;

/** Events to codes and payloads. */
final class EventEncoder implements EventVisitor<EventEncoder.Encoded> {

  /** What a frame holds of an event, beside its time. */
  record Encoded(int code, Bytes payload) {

    private Encoded(int code, PayloadWriter fields) {
      this(code, Bytes.wrap(fields.toArray()));
    }
  }

  @Override
  public Encoded output(Event.Output event) {
    return new Encoded(JournalFormat.OUTPUT, event.bytes());
  }

  @Override
  public Encoded input(Event.Input event) {
    return new Encoded(JournalFormat.INPUT, event.bytes());
  }

  @Override
  public Encoded hiddenInput(Event.HiddenInput event) {
    return new Encoded(JournalFormat.HIDDEN_INPUT, new PayloadWriter().number(event.length()));
  }

  @Override
  public Encoded resize(Event.Resize event) {
    return new Encoded(JournalFormat.RESIZE, size(event.size()));
  }

  @Override
  public Encoded message(Event.Message event) {
    return new Encoded(JournalFormat.MESSAGE, EntryCodec.encode(event.entry()));
  }

  @Override
  public Encoded snapshot(Event.Snapshot event) {
    return new Encoded(JournalFormat.SNAPSHOT, WorkspaceCodec.start(event.start()));
  }

  @Override
  public Encoded fileChange(Event.FileChange event) {
    return new Encoded(JournalFormat.FILE_CHANGE, WorkspaceCodec.change(event));
  }

  @Override
  public Encoded notCaptured(Event.NotCaptured event) {
    return new Encoded(JournalFormat.NOT_CAPTURED, WorkspaceCodec.notCaptured(event));
  }

  @Override
  public Encoded marker(Event.Marker event) {
    return new Encoded(JournalFormat.MARKER, Bytes.utf8(event.label()));
  }

  @Override
  public Encoded paused(Event.Paused event) {
    return new Encoded(JournalFormat.PAUSED, Bytes.EMPTY);
  }

  @Override
  public Encoded resumed(Event.Resumed event) {
    return new Encoded(JournalFormat.RESUMED, Bytes.EMPTY);
  }

  @Override
  public Encoded gap(Event.Gap event) {
    return new Encoded(
        JournalFormat.GAP,
        new PayloadWriter()
            .number(event.at() - event.since())
            .number(event.bytes())
            .text(event.reason()));
  }

  @Override
  public Encoded end(Event.End event) {
    return new Encoded(JournalFormat.END, ending(event));
  }

  @Override
  public Encoded unknown(Event.Unknown event) {
    return new Encoded(event.code(), event.body());
  }

  private static PayloadWriter size(WindowSize size) {
    return new PayloadWriter()
        .number(size.columns())
        .number(size.rows())
        .number(size.pixelWidth())
        .number(size.pixelHeight());
  }

  private static PayloadWriter ending(Event.End end) {
    var totals = end.totals();
    return new PayloadWriter()
        .number(end.reason().code())
        .number(end.status().isPresent() ? Integer.toUnsignedLong(end.status().getAsInt()) + 1 : 0)
        .number(totals.outputBytes())
        .number(totals.inputBytes())
        .number(totals.events())
        .number(totals.markers())
        .number(totals.messages())
        .number(totals.gaps());
  }
}
