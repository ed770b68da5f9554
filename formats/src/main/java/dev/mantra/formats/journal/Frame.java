package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;

/** A frame that was read and found sound. */
record Frame(
    long position,
    int version,
    int code,
    int flags,
    int session,
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
        header.flags(),
        header.session(),
        header.sequence(),
        header.offset(),
        header.crc(),
        header.previous(),
        payload);
  }

  Frame withPayload(Bytes bytes) {
    return new Frame(position, version, code, 0, session, sequence, offset, crc, previous, bytes);
  }

  /** Whether the payload goes on in the next frame. */
  boolean hasMore() {
    return (flags & JournalFormat.MORE) != 0;
  }

  /** Whether the payload began in an earlier frame. */
  boolean isContinued() {
    return (flags & JournalFormat.CONTINUED) != 0;
  }

  boolean isOfSameSession(Frame other) {
    return session == other.session && version == other.version;
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
