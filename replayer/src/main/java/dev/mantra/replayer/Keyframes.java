package dev.mantra.replayer;

import dev.mantra.formats.derived.Pieces;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.terminal.Keyframe;
import dev.mantra.terminal.Terminal;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * A session's keyframes, in order, and its markers. The session's start is one that is not kept.
 */
final class Keyframes implements Closeable {

  /** The index of the session's start. */
  static final int START = -1;

  private final Supplier<Terminal> blank;
  private final KeyframeDirectory directory;
  private final Pieces pieces;

  /**
   * @param blank makes the terminal that a session starts with
   */
  Keyframes(Supplier<Terminal> blank, KeyframeDirectory directory, Pieces pieces) {
    this.blank = blank;
    this.directory = directory;
    this.pieces = pieces;
  }

  int count() {
    return directory.points().size();
  }

  KeyframePoint point(int index) {
    return directory.points().get(index);
  }

  /** All markers that were recorded. */
  List<Timeline.Mark> marks() {
    return directory.marks();
  }

  /** The last keyframe that is not later than a time, or {@link #START}. */
  int indexAt(long nanos) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (point(middle).at() <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** What to begin with at a keyframe; an earlier one where that is damaged. */
  StartingPoint start(int index) {
    for (int i = index; i > START; i--) {
      var point = point(i);
      var keyframe = pieces.read(point.piece()).flatMap(PackedKeyframe::unpack);
      var terminal = keyframe.flatMap(Keyframe::restore);
      if (terminal.isPresent()) {
        return new StartingPoint(
            point.at(),
            point.frameSince(),
            point.place(),
            terminal.get(),
            () -> keyframe.flatMap(Keyframe::restore).orElseThrow());
      }
    }
    return new StartingPoint(0, StartingPoint.NO_FRAME, JournalPlace.START, blank.get(), blank);
  }

  /** Whether this version of the terminal understands them. */
  boolean canBeRestored() {
    return count() == 0 || start(0).at() == point(0).at();
  }

  @Override
  public void close() throws IOException {
    pieces.close();
  }
}
