package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import java.nio.BufferUnderflowException;
import java.util.OptionalInt;

/**
 * Events to payloads and back. A payload may grow at its end; what is older is read all the same.
 */
final class EventCodec {

  /** All statuses of four bytes, counted from one. */
  private static final long MOST_STATUS = 1L << 32;

  private static final EventEncoder ENCODER = new EventEncoder();

  private EventCodec() {}

  static EventEncoder.Encoded encode(Event event) {
    return event.accept(ENCODER);
  }

  /** The event of a payload; one that cannot be understood is {@link Event.Unknown}. */
  static Event event(int code, long at, Bytes payload) {
    try {
      return switch (code) {
        case JournalFormat.OUTPUT -> new Event.Output(at, payload);
        case JournalFormat.INPUT -> new Event.Input(at, payload);
        case JournalFormat.HIDDEN_INPUT ->
            new Event.HiddenInput(at, new PayloadReader(payload).smallNumber());
        case JournalFormat.RESIZE -> new Event.Resize(at, size(new PayloadReader(payload)));
        case JournalFormat.MARKER -> new Event.Marker(at, payload.toUtf8());
        case JournalFormat.MESSAGE -> new Event.Message(at, EntryCodec.decode(payload));
        case JournalFormat.SNAPSHOT ->
            new Event.Snapshot(at, WorkspaceCodec.start(new PayloadReader(payload)));
        case JournalFormat.FILE_CHANGE -> WorkspaceCodec.change(at, new PayloadReader(payload));
        case JournalFormat.NOT_CAPTURED ->
            WorkspaceCodec.notCaptured(at, new PayloadReader(payload));
        case JournalFormat.PAUSED -> new Event.Paused(at);
        case JournalFormat.RESUMED -> new Event.Resumed(at);
        case JournalFormat.GAP -> gap(at, new PayloadReader(payload));
        case JournalFormat.END -> end(at, new PayloadReader(payload));
        default -> new Event.Unknown(at, code, payload);
      };
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return new Event.Unknown(at, code, payload);
    }
  }

  private static WindowSize size(PayloadReader in) {
    return new WindowSize(in.smallNumber(), in.smallNumber(), in.smallNumber(), in.smallNumber());
  }

  private static Event gap(long at, PayloadReader in) {
    return new Event.Gap(at, at - in.number(), in.number(), in.text());
  }

  private static Event end(long at, PayloadReader in) {
    var reason = EndReason.of(in.smallNumber());
    long status = in.number();
    if (status < 0 || status > MOST_STATUS) {
      throw new IllegalArgumentException("exit status " + (status - 1));
    }
    return new Event.End(
        at,
        reason,
        status == 0 ? OptionalInt.empty() : OptionalInt.of((int) (status - 1)),
        new Totals(in.number(), in.number(), in.number(), in.number(), in.number(), in.number()));
  }
}
