package dev.mantra.formats.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the last frame of a journal from its end, without reading the rest. */
final class JournalTail {

  private static final int LARGEST_FRAME = JournalFormat.HEADER_LENGTH + JournalFormat.MAX_PAYLOAD;

  /** A finished journal ends in one or two pages of zeros. */
  private static final int FIRST_STEP = 3 * 4096;

  private static final int STEP = 256 * 1024;

  private JournalTail() {}

  /** The last sound frame of the session that {@code first} belongs to. */
  static Frame lastFrame(JournalFile file, Frame first) throws IOException {
    long size = (file.size() + 3) & ~3L;
    int step = FIRST_STEP;
    for (long end = size; end > first.position(); end -= step, step = STEP) {
      var frame = lastIn(file, Math.max(first.position(), end - step), end, first);
      if (frame != null) {
        return frame.code() == JournalFormat.END ? frame : outermost(file, frame, end, first);
      }
    }
    return first;
  }

  /**
   * A terminal that shows the session's own journal puts frames into frames: the one that counts
   * begins before those in its payload.
   */
  private static Frame outermost(JournalFile file, Frame found, long end, Frame first)
      throws IOException {
    var last =
        lastIn(file, Math.max(first.position(), found.position() - LARGEST_FRAME), end, first);
    return last == null ? found : last;
  }

  /** The last frame that begins between two places and inside of no other frame there. */
  private static @Nullable Frame lastIn(JournalFile file, long from, long to, Frame first)
      throws IOException {
    Frame last = null;
    for (long at = file.findMagic(from); at >= 0 && at < to; ) {
      var frame = file.frameAt(at);
      if (frame != null && frame.isOfSameSession(first)) {
        last = frame;
        at = file.findMagic(FrameReader.aligned(frame.end()));
      } else {
        at = file.findMagic(at + Integer.BYTES);
      }
    }
    return last;
  }
}
