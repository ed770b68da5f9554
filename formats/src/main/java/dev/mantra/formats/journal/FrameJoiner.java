package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts events that were cut into several frames together again. */
final class FrameJoiner {

  /** Where frames come from: empty when there is none, or none yet. */
  @FunctionalInterface
  interface Frames {
    Optional<Frame> next() throws IOException;
  }

  private final Frames frames;
  private final FrameReader report;
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
  private @Nullable Frame first;
  private @Nullable Frame last;

  FrameJoiner(Frames frames, FrameReader report) {
    this.frames = frames;
    this.report = report;
  }

  /** The next frame that stands alone, or several as one that holds all their payload. */
  Optional<Frame> next() throws IOException {
    while (true) {
      var next = frames.next();
      if (next.isEmpty()) {
        return next;
      }
      var frame = next.get();
      if (!frame.isContinued()) {
        giveUp();
        if (!frame.hasMore()) {
          return next;
        }
        first = frame;
        add(frame);
      } else if (goesOn(frame)) {
        add(frame);
        if (!frame.hasMore()) {
          return whole();
        }
      } else {
        giveUp();
        report.report(
            frame.position(),
            frame.end(),
            "frame " + frame.sequence() + " has lost what it goes on from");
      }
    }
  }

  /** Says what is missing when no more frames will come. */
  void giveUp() {
    if (first != null) {
      report.report(
          first.position(), first.end(), "frame " + first.sequence() + " has lost its rest");
      forget();
    }
  }

  /** Whether no event is half put together. */
  boolean isBetweenEvents() {
    return first == null;
  }

  private boolean goesOn(Frame frame) {
    return last != null
        && frame.code() == last.code()
        && frame.sequence() == last.sequence() + 1
        && parts.size() + frame.payload().length() <= JournalFormat.MAX_EVENT;
  }

  private void add(Frame frame) throws IOException {
    frame.payload().writeTo(parts);
    last = frame;
  }

  private Optional<Frame> whole() {
    var payload = Bytes.wrap(parts.toByteArray());
    var whole = Optional.ofNullable(first).map(frame -> frame.withPayload(payload));
    forget();
    return whole;
  }

  /** Drops what is unfinished, without a word. */
  void forget() {
    first = null;
    last = null;
    parts.reset();
  }
}
