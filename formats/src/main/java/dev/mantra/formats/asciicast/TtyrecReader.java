package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads ttyrec: frames of output, each behind three little-endian 32-bit numbers.
 *
 * <pre>
 *   seconds | microseconds | length | length bytes of output
 * </pre>
 *
 * <p>Nothing marks where a frame begins, so a frame header that makes no sense ends the recording.
 */
final class TtyrecReader implements EventScanner {

  static final int HEADER = 12;

  /** Larger frames are given in parts, so that a wrong length costs no memory. */
  private static final int PART = 1 << 20;

  private static final long MOST_AT_FIRST = 1 << 24;
  private static final long YEAR = 366L * 24 * 3600;

  private final RecordingFile file;
  private final Problems problems;
  private final InputStream in;
  private @Nullable Frame first;
  private long at;
  private long left;
  private long offset;
  private long frameOffset;
  private boolean ended;

  TtyrecReader(RecordingFile file, Problems problems) throws IOException {
    this.file = file;
    this.problems = problems;
    this.in = file.open();
  }

  /** The first frame of a file that starts with {@code head}, absent when it is no ttyrec. */
  static Optional<Frame> firstFrame(byte[] head) {
    if (head.length < HEADER) {
      return Optional.empty();
    }
    var first = Frame.of(head, 0);
    long second = HEADER + first.length();
    boolean follows =
        second + HEADER > head.length || Frame.of(head, (int) second).mayFollow(first);
    // a frame is what one read gave: a first one larger than this is no ttyrec's
    return first.makesSense() && first.length() <= MOST_AT_FIRST && follows
        ? Optional.of(first)
        : Optional.empty();
  }

  /** What precedes each piece of output. */
  record Frame(long seconds, long micros, long length) {

    static Frame of(byte[] bytes, int from) {
      var numbers = ByteBuffer.wrap(bytes, from, HEADER).order(ByteOrder.LITTLE_ENDIAN);
      return new Frame(
          Integer.toUnsignedLong(numbers.getInt()),
          Integer.toUnsignedLong(numbers.getInt()),
          Integer.toUnsignedLong(numbers.getInt()));
    }

    boolean makesSense() {
      return micros < 1_000_000 && length <= Integer.MAX_VALUE;
    }

    boolean mayFollow(Frame first) {
      return makesSense() && Math.abs(seconds - first.seconds) < YEAR;
    }

    Instant time() {
      return Instant.ofEpochSecond(seconds, micros * 1000);
    }

    private long nanosSince(Frame first) {
      return (seconds - first.seconds) * 1_000_000_000L + (micros - first.micros) * 1000;
    }
  }

  @Override
  public @Nullable Event next() throws IOException {
    while (!ended) {
      if (left > 0) {
        return part();
      }
      readHeader();
    }
    return null;
  }

  private void readHeader() throws IOException {
    frameOffset = offset;
    var header = in.readNBytes(HEADER);
    offset += header.length;
    if (header.length < HEADER) {
      ended = true;
      if (header.length > 0) {
        problems.add(problemHere("torn: the file ends in the middle of a frame's header"));
      }
      return;
    }
    var frame = Frame.of(header, 0);
    if (first == null) {
      first = frame;
    }
    if (!frame.mayFollow(first)) {
      ended = true;
      problems.add(problemHere("no frame starts here; nothing from here on can be read"));
      return;
    }
    at = frame.nanosSince(first);
    left = frame.length();
  }

  private @Nullable Event part() throws IOException {
    var bytes = in.readNBytes((int) Math.min(left, PART));
    offset += bytes.length;
    left -= bytes.length;
    if (bytes.length == 0) {
      ended = true;
      problems.add(problemHere("torn: the file ends " + left + " bytes before this frame does"));
      return null;
    }
    return new Event.Output(at, Bytes.wrap(bytes));
  }

  @Override
  public Problem problemHere(String reason) {
    return new Problem(file.path(), Problem.Unit.BYTE, frameOffset, reason);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
