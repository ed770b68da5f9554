package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** A summary as bytes, for lists that are kept. It holds what the summary shows, and no more. */
public final class SummaryCodec {

  /** The version of this layout. */
  public static final int LAYOUT = 1;

  private SummaryCodec() {}

  public static Bytes encode(SessionSummary summary) {
    var out = new PayloadWriter();
    out.bytes(HeaderCodec.encode(summary.header()))
        .text(summary.state().name())
        .number(summary.duration().toNanos());
    out.number(summary.end().isPresent() ? 1 : 0);
    summary.end().ifPresent(end -> out.number(end.at()).bytes(EventCodec.encode(end).payload()));
    out.number(summary.bytes()).number(summary.agents().size());
    summary.agents().forEach(out::text);
    var notes = summary.notes();
    out.number(notes.title().isPresent() ? 1 : 0);
    notes.title().ifPresent(out::text);
    out.number(notes.tags().size());
    notes.tags().forEach(out::text);
    out.number(notes.marks().size());
    notes.marks().forEach(mark -> out.number(mark.at()).text(mark.label()));
    out.number(notes.notes().size());
    for (var note : notes.notes()) {
      var made = note.made();
      out.number(made.getEpochSecond()).number(made.getNano()).text(note.text());
    }
    return Bytes.wrap(out.toArray());
  }

  /** The summary; empty when the bytes are none. */
  public static Optional<SessionSummary> decode(Bytes bytes) {
    try {
      var in = new PayloadReader(bytes);
      return Optional.of(
          new SessionSummary(
              HeaderCodec.decode(in.bytes()),
              SessionState.valueOf(in.text()),
              Duration.ofNanos(in.number()),
              end(in),
              in.number(),
              texts(in),
              notes(in)));
    } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Event.End> end(PayloadReader in) {
    if (in.number() == 0) {
      return Optional.empty();
    }
    return EventCodec.event(JournalFormat.END, in.number(), in.bytes()) instanceof Event.End end
        ? Optional.of(end)
        : Optional.empty();
  }

  private static Annotations notes(PayloadReader in) {
    var title = in.number() == 0 ? Optional.<String>empty() : Optional.of(in.text());
    var tags = new LinkedHashSet<>(texts(in));
    var marks = new ArrayList<Annotations.Mark>();
    for (int left = in.smallNumber(); left > 0; left--) {
      marks.add(new Annotations.Mark(in.number(), in.text()));
    }
    var notes = new ArrayList<Annotations.Note>();
    for (int left = in.smallNumber(); left > 0; left--) {
      notes.add(new Annotations.Note(Instant.ofEpochSecond(in.number(), in.number()), in.text()));
    }
    return new Annotations(title, tags, marks, notes);
  }

  private static List<String> texts(PayloadReader in) {
    var texts = new ArrayList<String>();
    for (int left = in.smallNumber(); left > 0; left--) {
      texts.add(in.text());
    }
    return texts;
  }
}
