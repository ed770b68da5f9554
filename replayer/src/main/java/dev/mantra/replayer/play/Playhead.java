package dev.mantra.replayer.play;

import java.io.IOException;
import java.util.function.LongSupplier;

/** Where playing is, and how it goes on from there. */
final class Playhead {

  /** So long at a time events are caught up with before keys are looked at again. */
  private static final long STRETCH = 8_000_000L;

  private final View view;
  private final Pace pace;
  private final long duration;
  private final LongSupplier nanos;
  private long at;
  private boolean ended;
  private boolean resumesAfterHold;

  Playhead(View view, Pace pace, long duration, LongSupplier nanos) {
    this.view = view;
    this.pace = pace;
    this.duration = duration;
    this.nanos = nanos;
  }

  long position() {
    return Math.clamp(pace.position(), 0, duration);
  }

  boolean isPaused() {
    return pace.isPaused();
  }

  /** Paused, and nothing follows. */
  boolean isHeldAtEnd() {
    return pace.isPaused() && position() >= duration;
  }

  /** The end was played to, not gone to. */
  boolean hasEnded() {
    return ended;
  }

  void pause() {
    if (!pace.isPaused()) {
      pace.pause();
    }
  }

  /** Pauses for as long as something else needs attention. */
  void hold() {
    resumesAfterHold = !pace.isPaused();
    pause();
  }

  /**
   * Goes on after {@link #hold} as before, unless something has happened that is to be looked at.
   */
  void release() {
    if (resumesAfterHold) {
      resumesAfterHold = false;
      pace.resume();
    }
  }

  /** Pauses here, also after a hold. */
  void stay() {
    resumesAfterHold = false;
    pause();
  }

  /** Goes on; at the end, from the start. */
  void resume() throws IOException {
    if (isHeldAtEnd()) {
      goTo(0);
    }
    pace.resume();
  }

  /** Begins at a moment; at the end of a session only where there is more than that. */
  void startAt(long moment) throws IOException {
    if (moment > 0) {
      goTo(moment);
    } else {
      view.goTo(0);
      pace.jump(0);
    }
  }

  /** Goes to a moment at once. The end is held: otherwise it would hide what one came to see. */
  void goTo(long to) throws IOException {
    at = Math.clamp(to, 0, duration);
    if (at == duration) {
      stay();
    }
    view.goTo(at);
    pace.jump(at);
  }

  /** Plays what is due by now, or a part of it when that takes long. */
  void advance() throws IOException {
    long started = nanos.getAsLong();
    while (!ended && waitForNext() == 0 && nanos.getAsLong() - started <= STRETCH) {
      var next = view.nextEvent();
      at = next.orElse(duration);
      view.goTo(at);
      pace.reached(at);
      ended = next.isEmpty();
    }
  }

  /** How long to wait for what comes next; {@link Pace#NEVER} while paused. */
  long waitForNext() throws IOException {
    return pace.waitFor(Math.max(at, view.nextEvent().orElse(duration)));
  }
}
