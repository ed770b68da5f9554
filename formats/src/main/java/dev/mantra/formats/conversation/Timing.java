package dev.mantra.formats.conversation;

import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.Source;
import dev.mantra.formats.event.SessionHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Finds the moments of entries on the session's clock. */
final class Timing {

  /** A moment in nanoseconds since the session's start, and how it is known. */
  record Moment(long at, Basis basis) {}

  private final Instant start;
  private final boolean isRecorded;
  private final SentLines sent = new SentLines();

  Timing(SessionHeader header) {
    this.start = header.startedAt();
    this.isRecorded = header.origin().isEmpty();
  }

  void typed(TypedLine line) {
    sent.add(line);
  }

  /** The lines that were sent and that no prompt was. */
  List<TypedLine> left() {
    return sent.left();
  }

  /** When an entry happened that was not known before. */
  Moment moment(EntryOutline entry) {
    var stated = stated(entry);
    if (!entry.isMessage() || entry.kind() != Kind.USER) {
      return stated;
    }
    if (entry.source() == Source.TYPED) {
      return new Moment(stated.at(), Basis.TYPED);
    }
    var enter = sent.take(entry.text(), stated.at());
    return enter.isPresent() ? new Moment(enter.getAsLong(), Basis.TYPED) : stated;
  }

  /** When the transcript says it happened; else, when it was read there. */
  Moment stated(EntryOutline entry) {
    long read = Math.max(0, entry.at());
    if (entry.time().isEmpty()) {
      return new Moment(read, Basis.READ);
    }
    // In a recording nothing was said before it began, or after it was read.
    long latest = isRecorded ? read : Long.MAX_VALUE;
    return new Moment(Math.clamp(sinceStart(entry.time().get()), 0, latest), Basis.TRANSCRIPT);
  }

  private long sinceStart(Instant time) {
    try {
      return Duration.between(start, time).toNanos();
    } catch (ArithmeticException e) {
      return time.isBefore(start) ? 0 : Long.MAX_VALUE;
    }
  }
}
