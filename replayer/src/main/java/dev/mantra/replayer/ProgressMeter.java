package dev.mantra.replayer;

import dev.mantra.formats.journal.JournalPlace;

/** Tells a listener now and then how far reading is. */
final class ProgressMeter {

  private static final long STEP = 1 << 20;

  private final ReadingProgress listener;
  private final long end;
  private long next = STEP;

  ProgressMeter(ReadingProgress listener, JournalPlace end) {
    this.listener = listener;
    this.end = end.position();
  }

  void reach(JournalPlace place) {
    if (place.position() >= next) {
      listener.read(Math.min(place.position(), end), end);
      next = place.position() + STEP;
    }
  }
}
