package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads frame after frame and notes everything that is not as it was written.
 *
 * <p>Between frames lie the headers of Chronicle's documents (four bytes: length, and two flags)
 * and its own index tables. They help to find the next frame; no frame is lost when they are wrong.
 */
final class FrameReader {

  private static final int NOT_COMPLETE = 0x8000_0000;
  private static final int META_DATA = 0x4000_0000;
  private static final int LENGTH_MASK = 0x3fff_ffff;
  private static final int DOCUMENT_HEADER = Integer.BYTES;
  private static final int SMALLEST = DOCUMENT_HEADER + JournalFormat.HEADER_LENGTH;

  private final JournalFile file;
  private final FrameHeader header = new FrameHeader();
  private final List<Damage> damage = new ArrayList<>();

  /** Where the last frame ended, or where the file begins. */
  private long position;

  private long expectedSequence;
  private long expectedPrevious;
  private long lastOffset;

  FrameReader(JournalFile file) {
    this.file = file;
  }

  List<Damage> damage() {
    return List.copyOf(damage);
  }

  void report(long from, long to, String reason) {
    damage.add(new Damage(from, to, reason));
  }

  /** The next frame of a session that is still being written; empty when there is none yet. */
  Optional<Frame> follow() throws IOException {
    file.refresh();
    for (long at = position; ; ) {
      int in = file.require(at, DOCUMENT_HEADER);
      int document = in < 0 ? 0 : file.window().getInt(in);
      if (document == 0 || (document & NOT_COMPLETE) != 0) {
        return Optional.empty();
      }
      var frame = frameAt(at + DOCUMENT_HEADER);
      if (frame != null) {
        return Optional.of(accept(frame));
      }
      at = aligned(at + DOCUMENT_HEADER + (document & LENGTH_MASK));
    }
  }

  /** The next frame of a session that nobody writes any more. */
  Optional<Frame> next() throws IOException {
    while (true) {
      var frame = frameAt(position + DOCUMENT_HEADER);
      if (frame == null || frame.sequence() != expectedSequence) {
        frame = find();
      }
      if (frame == null) {
        reportRest();
        return Optional.empty();
      }
      if (follows(frame)) {
        return Optional.of(accept(frame));
      }
    }
  }

  /** Where the data ends: behind the last frame. */
  long position() {
    return position;
  }

  private boolean follows(Frame frame) {
    long sequence = frame.sequence();
    if (sequence < expectedSequence) {
      report(frame.position(), frame.end(), "frame " + sequence + " stands here once more");
    } else if (sequence == expectedSequence && frame.previous() != expectedPrevious) {
      report(
          frame.position(),
          frame.end(),
          "frame " + sequence + " does not belong to the ones before it");
    } else {
      if (sequence > expectedSequence) {
        report(position, frame.position() - DOCUMENT_HEADER, missing(sequence - 1));
      }
      return true;
    }
    position = aligned(frame.end());
    return false;
  }

  private String missing(long last) {
    return expectedSequence == last
        ? "frame " + last + " is damaged or missing"
        : "frames " + expectedSequence + " to " + last + " are damaged or missing";
  }

  private Frame accept(Frame frame) {
    position = aligned(frame.end());
    expectedSequence = frame.sequence() + 1;
    expectedPrevious = frame.chain();
    lastOffset = Math.max(lastOffset, frame.offset());
    return frame;
  }

  /** Looks for the next frame when it does not stand where it should. */
  private @Nullable Frame find() throws IOException {
    var beyond = behindDamagedFrame();
    if (beyond != null) {
      return beyond;
    }
    for (long at = file.findMagic(position); at >= 0; at = file.findMagic(at + Integer.BYTES)) {
      var frame = frameAt(at);
      if (frame != null && isPlausible(frame)) {
        return frame;
      }
    }
    return null;
  }

  /**
   * A damaged frame's two lengths, its own and its document's, usually tell where the next one
   * stands. Trying that first keeps us out of its payload, which may hold anything, even frames.
   */
  private @Nullable Frame behindDamagedFrame() throws IOException {
    int in = file.require(position, SMALLEST);
    if (in < 0) {
      return null;
    }
    int document = file.window().getInt(in) & LENGTH_MASK;
    header.load(file.window(), in + DOCUMENT_HEADER);
    long start = position + DOCUMENT_HEADER;
    long[] ends = {start + document, start + JournalFormat.HEADER_LENGTH + header.length()};
    for (long end : ends) {
      if (end > start && end < file.size()) {
        var frame = frameAt(aligned(end) + DOCUMENT_HEADER);
        if (frame != null && frame.sequence() == expectedSequence + 1) {
          return frame;
        }
      }
    }
    return null;
  }

  /** Whether as many frames as the sequence says can have stood in the bytes passed over. */
  private boolean isPlausible(Frame frame) {
    long passed = frame.position() - position;
    return frame.sequence() <= expectedSequence + passed / SMALLEST && frame.offset() >= lastOffset;
  }

  private void reportRest() throws IOException {
    for (long at = position; ; ) {
      int in = file.require(at, DOCUMENT_HEADER);
      int document = in < 0 ? 0 : file.window().getInt(in);
      if (document == 0) {
        return;
      }
      if ((document & META_DATA) == 0) {
        var reason = (document & NOT_COMPLETE) != 0 ? "unfinished frame" : "unreadable data";
        report(at, file.size(), reason + " at the end");
        position = file.size();
        return;
      }
      at = aligned(at + DOCUMENT_HEADER + (document & LENGTH_MASK));
    }
  }

  private @Nullable Frame frameAt(long at) throws IOException {
    int in = file.require(at, JournalFormat.HEADER_LENGTH);
    if (in < 0) {
      return null;
    }
    header.load(file.window(), in);
    if (!header.isFrame()) {
      return null;
    }
    int length = header.length();
    int whole = file.require(at, JournalFormat.HEADER_LENGTH + length);
    if (whole < 0) {
      return null;
    }
    var payload = Bytes.copyOf(file.window().slice(whole + JournalFormat.HEADER_LENGTH, length));
    if (!header.isSound(payload)) {
      return null;
    }
    if (header.version() > JournalFormat.VERSION) {
      throw new UnsupportedJournalException(file.path().toString(), header.version());
    }
    return Frame.of(at, header, payload);
  }

  private static long aligned(long at) {
    return (at + 3) & ~3L;
  }
}
