package dev.mantra.recorder;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.util.Arrays;

/**
 * Output that came in one go, though the kernel handed it over in pieces: one event with the time
 * of the first piece. A program that writes 70 MB a second would else make 30,000 events of them.
 */
final class Burst {

  /** What fits into one frame of the journal. */
  private static final int LIMIT = 64 * 1024;

  private final Event.Output first;
  private byte[] joined = {};
  private int length;

  Burst(Event.Output first) {
    this.first = first;
    this.length = first.bytes().length();
  }

  /** Takes another piece, unless it came too late or there is no room for it. */
  boolean add(Event.Output piece) {
    int more = piece.bytes().length();
    if (piece.at() - first.at() > Recording.BURST_NANOS || length + more > LIMIT) {
      return false;
    }
    if (joined.length == 0) {
      first.bytes().copyTo(makeRoom(more), 0);
    }
    piece.bytes().copyTo(makeRoom(more), length);
    length += more;
    return true;
  }

  Event.Output event() {
    return joined.length == 0
        ? first
        : new Event.Output(first.at(), Bytes.wrap(joined).slice(0, length));
  }

  private byte[] makeRoom(int more) {
    if (joined.length < length + more) {
      joined = Arrays.copyOf(joined, Math.min(LIMIT, 2 * (length + more)));
    }
    return joined;
  }
}
