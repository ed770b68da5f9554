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
  private long lastSequence;

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
      if (first != null && !continues(first, frame)) {
        giveUp();
      }
      if (first == null && !frame.hasMore()) {
        return next;
      }
      frame.payload().writeTo(parts);
      lastSequence = frame.sequence();
      if (first == null) {
        first = frame;
      } else if (!frame.hasMore()) {
        return Optional.of(whole(first));
      }
    }
  }

  /** Says what is missing when no more frames will come. */
  void giveUp() {
    if (first != null) {
      report.report(
          first.position(), first.end(), "frame " + first.sequence() + " has lost its rest");
      first = null;
      parts.reset();
    }
  }

  private boolean continues(Frame start, Frame frame) {
    return frame.code() == start.code()
        && frame.sequence() == lastSequence + 1
        && parts.size() + (long) frame.payload().length() <= JournalFormat.MAX_EVENT;
  }

  private Frame whole(Frame start) {
    var payload = Bytes.wrap(parts.toByteArray());
    first = null;
    parts.reset();
    return start.withPayload(payload);
  }
}
