package dev.mantra.formats.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads frame after frame, in the order of their sequence, and notes everything that is not as it
 * was written.
 *
 * <p>Between frames lie the headers of Chronicle's documents (four bytes: length, and two flags)
 * and its own index tables. They help to find the next frame; no frame is lost when they are wrong.
 */
final class FrameReader {

  private static final int NOT_COMPLETE = 0x8000_0000;
  private static final int META_DATA = 0x4000_0000;
  private static final int LENGTH_MASK = 0x3fff_ffff;
  private static final int DOCUMENT_HEADER = Integer.BYTES;

  /** Bytes to look through for frames that stand too late; without a limit it may take forever. */
  private static final long MOST_LOOKED_AT = 32 << 20;

  private static final int MOST_WAITING = 64;

  private final JournalFile file;
  private final List<Damage> damage = new ArrayList<>();

  /** Where frames stand that were read already, as they stand too late. */
  private final Set<Long> readBefore = new HashSet<>();

  /** Where the frames stand, by their sequence, that stand too early and wait for their turn. */
  private final NavigableMap<Long, Frame> waiting = new TreeMap<>();

  /** The first frame read: all others must be of the same session. */
  private @Nullable Frame first;

  /** Where the next document should begin. */
  private long position;

  /** Where the last walk over Chronicle's tables, from there, came to an end. */
  private long tablesEnd;

  private long expectedSequence;
  private long expectedPrevious;
  private long lookedAt;

  FrameReader(JournalFile file) {
    this.file = file;
  }

  List<Damage> damage() {
    return List.copyOf(damage);
  }

  void report(long from, long to, String reason) {
    damage.add(new Damage(from, to, reason));
  }

  /** Where the next frame should stand; empty while frames are read that lie out of order. */
  Optional<JournalPlace> place() {
    return waiting.isEmpty() && readBefore.isEmpty()
        ? Optional.of(new JournalPlace(position, expectedSequence, expectedPrevious))
        : Optional.empty();
  }

  /** Goes on from a place, and forgets what was found damaged elsewhere. */
  void continueAt(JournalPlace place) {
    damage.clear();
    readBefore.clear();
    waiting.clear();
    position = place.position();
    tablesEnd = place.position();
    expectedSequence = place.sequence();
    expectedPrevious = place.chain();
  }

  /** The first sound frame, once one was read. */
  Optional<Frame> first() {
    return Optional.ofNullable(first);
  }

  /** The next frame of a session that is still being written; empty when there is none yet. */
  Optional<Frame> follow() throws IOException {
    if (!isWritten()) {
      file.refresh();
      if (!isWritten()) {
        return Optional.empty();
      }
    }
    var frame = locate();
    if (frame == null || frame.sequence() != expectedSequence) {
      // What was read may have been on its way into the file.
      file.refresh();
      frame = locate();
    }
    return inTurn(frame);
  }

  /** The next frame of a session that nobody writes any more. */
  Optional<Frame> next() throws IOException {
    var frame = inTurn(locate());
    if (frame.isPresent()) {
      return frame;
    }
    reportRest("at the end");
    return leftOver();
  }

  /** Notes what stands where the session has ended. */
  void expectNoMore() throws IOException {
    behindTables();
    reportRest("behind the session's end");
  }

  private Optional<Frame> inTurn(@Nullable Frame located) throws IOException {
    for (var frame = located; ; frame = locate()) {
      var turn = waiting.remove(expectedSequence);
      if (turn != null) {
        return Optional.of(expectNextAfter(turn));
      }
      if (frame == null) {
        return Optional.empty();
      }
      if (frame.sequence() < expectedSequence) {
        passOver(frame);
      } else if (standsTooEarly(frame)) {
        putAside(frame);
      } else {
        var late = frame.sequence() > expectedSequence ? findBehind(frame) : null;
        return Optional.of(late == null ? accept(frame) : acceptLate(late, frame));
      }
    }
  }

  /** The first of those that wait for a frame which never came. */
  private Optional<Frame> leftOver() {
    var left = waiting.pollFirstEntry();
    if (left == null) {
      return Optional.empty();
    }
    var frame = left.getValue();
    report(frame.position(), frame.end(), missing(frame.sequence() - 1));
    return Optional.of(expectNextAfter(frame));
  }

  private void passOver(Frame frame) throws IOException {
    if (!readBefore.remove(frame.position())) {
      reportSkipped(frame);
      report(frame.position(), frame.end(), "frame " + frame.sequence() + " stands here once more");
    }
    position = aligned(frame.end());
  }

  /** Whether the one behind it comes before it. */
  private boolean standsTooEarly(Frame frame) throws IOException {
    if (frame.sequence() == expectedSequence || waiting.size() >= MOST_WAITING) {
      return false;
    }
    var next = ownFrameAt(aligned(frame.end()) + DOCUMENT_HEADER);
    return next != null
        && next.sequence() >= expectedSequence
        && next.sequence() < frame.sequence();
  }

  private void putAside(Frame frame) throws IOException {
    reportSkipped(frame);
    report(frame.position(), frame.end(), "frame " + frame.sequence() + " stands too early");
    waiting.put(frame.sequence(), frame);
    position = aligned(frame.end());
  }

  private Frame accept(Frame frame) throws IOException {
    long sequence = frame.sequence();
    if (sequence > expectedSequence) {
      report(position, frame.position(), missing(sequence - 1));
    } else {
      reportSkipped(frame);
      if (frame.previous() != expectedPrevious) {
        report(
            frame.position(),
            frame.end(),
            "frame " + sequence + " does not go on from the one before it: one was exchanged");
      }
    }
    position = aligned(frame.end());
    return expectNextAfter(frame);
  }

  /** Takes a frame whose turn it is, but which stands behind {@code other}. */
  private Frame acceptLate(Frame frame, Frame other) {
    report(
        frame.position(),
        frame.end(),
        "frame " + frame.sequence() + " stands behind frame " + other.sequence());
    readBefore.add(frame.position());
    return expectNextAfter(frame);
  }

  private Frame expectNextAfter(Frame frame) {
    first = first == null ? frame : first;
    expectedSequence = frame.sequence() + 1;
    expectedPrevious = frame.chain();
    return frame;
  }

  private String missing(long last) {
    return expectedSequence == last
        ? "frame " + last + " is damaged or missing"
        : "frames " + expectedSequence + " to " + last + " are damaged or missing";
  }

  private void reportSkipped(Frame frame) throws IOException {
    long start = tablesEnd + DOCUMENT_HEADER;
    if (start < frame.position()) {
      boolean isFrame = file.frameAt(start) != null;
      report(
          tablesEnd,
          frame.position(),
          (isFrame ? "a frame of another session" : "unreadable data")
              + " before frame "
              + frame.sequence());
    }
  }

  /** The next frame in the file, wherever it stands. */
  private @Nullable Frame locate() throws IOException {
    var frame = behindTables();
    // A sound frame that stands where one must is that frame, though it may not be its turn. Behind
    // a table it may be there only because the table is a damaged frame.
    boolean isPlain = tablesEnd == position;
    if (frame == null || (!isPlain && frame.sequence() != expectedSequence)) {
      var beyond = behindDamagedFrame();
      frame = beyond == null ? search() : beyond;
    }
    return frame;
  }

  /** The frame that comes next when everything between is a table of Chronicle's. */
  private @Nullable Frame behindTables() throws IOException {
    for (long at = position; ; ) {
      tablesEnd = at;
      var frame = ownFrameAt(at + DOCUMENT_HEADER);
      long next = frame == null ? behindTable(at) : at;
      if (next == at) {
        return frame;
      }
      at = next;
    }
  }

  /** Where the document after a table begins; {@code at} itself when no table stands there. */
  private long behindTable(long at) throws IOException {
    int in = file.require(at, DOCUMENT_HEADER);
    int document = in < 0 ? 0 : file.window().getInt(in);
    long next = aligned(at + DOCUMENT_HEADER + (document & LENGTH_MASK));
    boolean isTable = (document & (META_DATA | NOT_COMPLETE)) == META_DATA;
    return isTable && next <= file.size() ? next : at;
  }

  /**
   * A damaged frame's two lengths, its own and its document's, usually tell where the next one
   * stands. Trying that first keeps us out of its payload, which may hold anything, even frames.
   */
  private @Nullable Frame behindDamagedFrame() throws IOException {
    long start = tablesEnd + DOCUMENT_HEADER;
    int in = file.require(tablesEnd, DOCUMENT_HEADER + JournalFormat.HEADER_LENGTH);
    if (in < 0) {
      return null;
    }
    int document = file.window().getInt(in) & LENGTH_MASK;
    int length = file.window().getInt(in + DOCUMENT_HEADER + JournalFormat.LENGTH_AT);
    long[] ends = {start + document, start + JournalFormat.HEADER_LENGTH + length};
    for (long end : ends) {
      if (end > start && end < file.size()) {
        var frame = ownFrameAt(aligned(end) + DOCUMENT_HEADER);
        if (frame != null && frame.sequence() == expectedSequence + 1) {
          return frame;
        }
      }
    }
    return null;
  }

  /**
   * The next frame wherever it stands. Those with a lower sequence that do not stand where one
   * should are pictures of frames, shown by the session itself.
   */
  private @Nullable Frame search() throws IOException {
    long place = tablesEnd + DOCUMENT_HEADER;
    for (long at = file.findMagic(position); at >= 0; ) {
      var frame = file.frameAt(at);
      if (frame != null && isOwn(frame) && (at == place || frame.sequence() >= expectedSequence)) {
        return frame;
      }
      at = file.findMagic(frame == null ? at + Integer.BYTES : aligned(frame.end()));
    }
    return null;
  }

  /** The frame whose turn it is, when it stands somewhere behind one that comes later. */
  private @Nullable Frame findBehind(Frame later) throws IOException {
    var at = later;
    while (lookedAt < MOST_LOOKED_AT) {
      var next = ownFrameAt(aligned(at.end()) + DOCUMENT_HEADER);
      if (next == null) {
        return null;
      }
      if (next.sequence() == expectedSequence && next.previous() == expectedPrevious) {
        return next;
      }
      lookedAt += next.end() - next.position();
      at = next;
    }
    return null;
  }

  private @Nullable Frame ownFrameAt(long at) throws IOException {
    var frame = file.frameAt(at);
    return frame != null && isOwn(frame) ? frame : null;
  }

  private boolean isOwn(Frame frame) throws IOException {
    if (first != null) {
      return frame.isOfSameSession(first);
    }
    if (frame.version() > JournalFormat.VERSION) {
      throw new UnsupportedJournalException(file.path().toString(), frame.version());
    }
    return true;
  }

  /** Whether a whole document of ours has been written. */
  private boolean isWritten() throws IOException {
    for (long at = position; ; ) {
      int in = file.require(at, DOCUMENT_HEADER);
      int document = in < 0 ? 0 : file.window().getInt(in);
      if (document == 0 || (document & NOT_COMPLETE) != 0) {
        return false;
      }
      if ((document & META_DATA) == 0) {
        return true;
      }
      at = aligned(at + DOCUMENT_HEADER + (document & LENGTH_MASK));
    }
  }

  private void reportRest(String where) throws IOException {
    long at = tablesEnd;
    if (file.isZeroFrom(at)) {
      return;
    }
    int in = file.require(at, DOCUMENT_HEADER);
    boolean open = in >= 0 && (file.window().getInt(in) & NOT_COMPLETE) != 0;
    report(at, file.size(), (open ? "unfinished frame " : "unreadable data ") + where);
    position = file.size();
  }

  static long aligned(long at) {
    return (at + 3) & ~3L;
  }
}
