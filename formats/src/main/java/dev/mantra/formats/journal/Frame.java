package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;

/** A frame that was read and found sound. */
record Frame(
    long position,
    int version,
    int code,
    boolean hasMore,
    long sequence,
    long offset,
    int crc,
    long previous,
    Bytes payload) {

  static Frame of(long position, FrameHeader header, Bytes payload) {
    return new Frame(
        position,
        header.version(),
        header.code(),
        header.hasMore(),
        header.sequence(),
        header.offset(),
        header.crc(),
        header.previous(),
        payload);
  }

  Frame withPayload(Bytes bytes) {
    return new Frame(position, version, code, false, sequence, offset, crc, previous, bytes);
  }

  /** The byte after it. */
  long end() {
    return position + JournalFormat.HEADER_LENGTH + payload.length();
  }

  /** What the frame after this one must carry as {@code previous}. */
  long chain() {
    return JournalFormat.chain(previous, crc);
  }
}
