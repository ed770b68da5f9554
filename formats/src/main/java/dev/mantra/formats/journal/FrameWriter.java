package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.util.List;
import java.util.zip.CRC32C;

/** Cuts events into frames, which are numbered and chained, and puts each into a document. */
final class FrameWriter {

  private final Documents documents;
  private final FrameHeader frame = new FrameHeader();
  private State state = new State(0, 0, 0);
  private boolean spoilt;
  private boolean ended;

  /**
   * What the next frame depends on.
   *
   * @param previous the chain of all frames so far
   * @param end where the last one ends in the file
   */
  private record State(long sequence, long previous, long end) {}

  FrameWriter(Documents documents) {
    this.documents = documents;
  }

  /** Where the last frame ends in the file. */
  long end() {
    return state.end;
  }

  /** True when what was written in part could not be taken back: nothing may follow it. */
  boolean isSpoilt() {
    return spoilt;
  }

  /** True when the session's end has been written. */
  boolean hasEnded() {
    return ended;
  }

  /** Writes the frame that all others refer to. */
  void begin(Bytes header) throws IOException {
    var checksum = new CRC32C();
    header.updateTo(checksum);
    frame.mark((int) checksum.getValue());
    write(JournalFormat.HEADER, 0, header);
    documents.reserve();
    documents.commit();
  }

  /**
   * Writes events, all of them or none. Those of a session's end need not leave room for others.
   *
   * @throws IOException when they could not be written
   */
  void write(List<Event> events) throws IOException {
    var before = state;
    boolean whole = false;
    try {
      boolean last = false;
      for (var event : events) {
        write(event);
        last |= event instanceof Event.End;
      }
      if (!last) {
        documents.reserve();
      }
      documents.commit();
      ended |= last;
      whole = true;
    } finally {
      if (!whole) {
        takeBack(before);
      }
    }
  }

  private void takeBack(State before) throws IOException {
    spoilt = true;
    documents.rollback();
    spoilt = false;
    state = before;
  }

  private void write(Event event) throws IOException {
    var encoded = EventCodec.encode(event);
    int code = encoded.code();
    var payload = encoded.payload();
    if (code < 0 || code > JournalFormat.MAX_CODE) {
      throw new IOException("an event of code " + code + " cannot be written");
    }
    int length = payload.length();
    if (length > JournalFormat.MAX_EVENT && !isDivisible(code)) {
      throw new IOException("an event of " + length + " bytes is too large to be written");
    }
    write(code, event.at(), payload);
  }

  /** What stands in several frames need not be put together again when it is a stream. */
  private static boolean isDivisible(int code) {
    return code == JournalFormat.OUTPUT || code == JournalFormat.INPUT;
  }

  private void write(int code, long at, Bytes payload) throws IOException {
    int more = isDivisible(code) ? 0 : JournalFormat.MORE;
    int continued = isDivisible(code) ? 0 : JournalFormat.CONTINUED;
    int limit = JournalFormat.MAX_PAYLOAD;
    int from = 0;
    while (payload.length() - from > limit) {
      writeFrame(code, from == 0 ? more : more | continued, at, payload.slice(from, limit));
      from += limit;
    }
    writeFrame(code, from == 0 ? 0 : continued, at, payload.slice(from, payload.length() - from));
  }

  private void writeFrame(int code, int flags, long at, Bytes payload) throws IOException {
    if (state.sequence > JournalFormat.MAX_SEQUENCE) {
      throw new IOException("the journal holds as many frames as it can");
    }
    var header = frame.seal(code, flags, state.sequence, at, state.previous, payload);
    long end = documents.add(header, payload);
    state = new State(state.sequence + 1, JournalFormat.chain(state.previous, frame.crc()), end);
  }
}
