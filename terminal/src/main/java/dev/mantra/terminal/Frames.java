package dev.mantra.terminal;

/**
 * Which moments of a stream are fit to be shown. Between the two halves of a synchronised update
 * (mode 2026) the screen is half drawn; a program that never ends its update is overruled after 2
 * MiB.
 */
final class Frames {
  static final long LONGEST = 2 << 20;

  private boolean open;
  private long openedAt;
  private long finished;

  void synchronize(boolean begin, Parser parser) {
    if (begin && !isOpen(parser.sequenceStart())) {
      open = true;
      openedAt = parser.sequenceStart();
    } else if (!begin) {
      finished += open ? 1 : 0;
      open = false;
    }
  }

  void reset() {
    open = false;
  }

  boolean isOpen(long offset) {
    return open && offset - openedAt <= LONGEST;
  }

  /** How many updates were completed. */
  long finished() {
    return finished;
  }

  long openedAt() {
    return openedAt;
  }

  boolean wasOpened() {
    return open;
  }

  void restore(boolean wasOpen, long at, long count) {
    open = wasOpen;
    openedAt = at;
    finished = count;
  }
}
