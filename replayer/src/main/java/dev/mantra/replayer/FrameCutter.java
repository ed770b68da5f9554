package dev.mantra.replayer;

import dev.mantra.formats.event.Event;
import java.util.function.LongConsumer;

/**
 * Cuts what is drawn into frames: what was shown between two refreshes of a display. A frame goes
 * on for {@value #REFRESH_MILLIS} ms after its first event, and as long as nothing new can be seen.
 */
final class FrameCutter {

  private static final long REFRESH_MILLIS = 16;
  private static final long REFRESH = REFRESH_MILLIS * 1_000_000;

  private final Drawing drawing;
  private final LongConsumer frames;
  private long since;

  /** How many bytes could be seen when the frame began. */
  private long seen;

  /** Whether something of the frame can be seen. */
  private boolean visible = true;

  /**
   * @param since when the frame began that is not complete yet, or {@link StartingPoint#NO_FRAME}
   * @param frames is given the time of each frame once it is complete
   */
  FrameCutter(Drawing drawing, long since, LongConsumer frames) {
    this.drawing = drawing;
    this.since = since;
    this.frames = frames;
  }

  /** When the frame began that is not complete; {@link StartingPoint#NO_FRAME} between frames. */
  long since() {
    return since;
  }

  /** What is to come is not earlier than a time, so a frame may be complete. */
  void passTo(long at) {
    boolean open = since != StartingPoint.NO_FRAME;
    if (open && at - since > REFRESH && at > drawing.time()) {
      complete(at);
    }
  }

  /** Has the next event drawn. */
  void take(Event event) {
    if (since == StartingPoint.NO_FRAME) {
      since = event.at();
      seen = drawing.visibleOffset(drawing.time());
      visible = false;
    }
    drawing.take(event);
    long now = drawing.time();
    visible |= !drawing.isHalfDrawn(now) || drawing.visibleOffset(now) > seen;
  }

  /** Completes the frame with what can be seen before a time, if that is anything new. */
  void complete(long before) {
    if (since == StartingPoint.NO_FRAME) {
      return;
    }
    long last = drawing.time();
    if (visible) {
      since = StartingPoint.NO_FRAME;
      frames.accept(last);
    }
    if (drawing.isHalfDrawn(last) && drawing.visibleAt() < before) {
      since = StartingPoint.NO_FRAME;
      frames.accept(drawing.visibleAt());
    }
  }
}
