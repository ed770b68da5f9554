package dev.mantra.replayer;

import dev.mantra.formats.journal.JournalReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * When frames were complete. They are found from keyframe to keyframe when they are asked for,
 * which takes a few milliseconds; the stretch that was asked about last is kept.
 */
final class FrameTimes {

  private static final int NONE = -2;

  private final ScreenEvents events;
  private final Keyframes keyframes;
  private final long duration;
  private int kept = NONE;
  private long[] times = new long[0];

  FrameTimes(JournalReader reader, Keyframes keyframes, long duration) {
    this.events = new ScreenEvents(reader);
    this.keyframes = keyframes;
    this.duration = duration;
  }

  /** The first frame after a moment. */
  OptionalLong after(long nanos) throws IOException {
    for (int i = keyframes.indexAt(nanos); i < keyframes.count(); i++) {
      long[] stretch = stretch(i);
      int at = Arrays.binarySearch(stretch, nanos);
      int next = at < 0 ? -at - 1 : at + 1;
      if (next < stretch.length) {
        return OptionalLong.of(stretch[next]);
      }
    }
    return OptionalLong.empty();
  }

  /** The last frame before a moment. */
  OptionalLong before(long nanos) throws IOException {
    for (int i = keyframes.indexAt(nanos); i >= Keyframes.START; i--) {
      long[] stretch = stretch(i);
      int at = Arrays.binarySearch(stretch, nanos);
      int previous = (at < 0 ? -at - 1 : at) - 1;
      if (previous >= 0) {
        return OptionalLong.of(stretch[previous]);
      }
    }
    return OptionalLong.empty();
  }

  /** The frames from one keyframe to the next one. */
  private long[] stretch(int index) throws IOException {
    if (kept != index) {
      times = cut(index);
      kept = index;
    }
    return times;
  }

  private long[] cut(int index) throws IOException {
    var start = keyframes.start(index);
    boolean isLast = index + 1 == keyframes.count();
    long from = index == Keyframes.START ? -1 : keyframes.point(index).at();
    long to = isLast ? Long.MAX_VALUE : keyframes.point(index + 1).at();
    var found = LongStream.builder();
    var drawing = new Drawing(start.terminal(), start.at());
    var cutter =
        new FrameCutter(
            drawing,
            start.frameSince(),
            frame -> {
              if (frame > from) {
                found.add(frame);
              }
            });
    events.seek(start.place(), start.at());
    for (var next = events.nextAt();
        next.isPresent() && next.getAsLong() <= to;
        next = events.nextAt()) {
      cutter.passTo(next.getAsLong());
      cutter.take(events.next());
    }
    if (isLast) {
      cutter.complete(Math.max(duration, drawing.time()) + 1);
    } else if (keyframes.point(index + 1).frameSince() == StartingPoint.NO_FRAME) {
      cutter.complete(to + 1);
    }
    return found.build().toArray();
  }
}
