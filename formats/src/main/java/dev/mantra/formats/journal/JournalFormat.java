package dev.mantra.formats.journal;

/**
 * The numbers of the journal's layout. Codes are never used again for something else.
 *
 * <pre>
 *  0       4   5    6     8         12         16       24       28       32         40
 *  ├───────┼───┼────┼─────┼─────────┼──────────┼────────┼────────┼────────┼──────────┼─────────┤
 *  │ magic │ver│code│flags│ session │ sequence │ offset │ length │ CRC32C │ previous │ payload │
 *  └───────┴───┴────┴─────┴─────────┴──────────┴────────┴────────┴────────┴──────────┴─────────┘
 * </pre>
 *
 * All numbers are little-endian. The checksum covers everything but itself. What recordings hold
 * may look like frames, for example when a journal is printed in a recorded terminal; such frames
 * carry the mark of another session, or a lower sequence, and are never taken for real.
 */
final class JournalFormat {

  /** "MNTR" as it stands in the file. */
  static final int MAGIC = 0x52544e4d;

  static final int VERSION = 1;

  static final int MAGIC_AT = 0;
  static final int VERSION_AT = 4;
  static final int CODE_AT = 5;
  static final int FLAGS_AT = 6;
  static final int SESSION_AT = 8;
  static final int SEQUENCE_AT = 12;
  static final int OFFSET_AT = 16;
  static final int LENGTH_AT = 24;
  static final int CRC_AT = 28;
  static final int PREVIOUS_AT = 32;
  static final int HEADER_LENGTH = 40;

  /** The payload goes on in the next frame. */
  static final int MORE = 1;

  /** The payload began in an earlier frame. */
  static final int CONTINUED = 2;

  /** A quarter of Chronicle's block would be the limit; this leaves room for what it adds. */
  static final int MAX_PAYLOAD = 64 * 1024;

  /** What an event put together of many frames may hold at most: a guard against hostile input. */
  static final int MAX_EVENT = 64 << 20;

  /** One frame less than the sequence's four bytes can count. */
  static final long MAX_SEQUENCE = 0xffff_fffeL;

  /** Codes take one byte. */
  static final int MAX_CODE = 0xff;

  static final int HEADER = 1;
  static final int OUTPUT = 2;
  static final int INPUT = 3;
  static final int HIDDEN_INPUT = 4;
  static final int RESIZE = 5;
  static final int MARKER = 6;
  static final int PAUSED = 7;
  static final int RESUMED = 8;
  static final int GAP = 9;
  static final int END = 10;

  static final int MESSAGE = 16;
  static final int FILE_CHANGE = 17;
  static final int SNAPSHOT = 18;
  static final int NOT_CAPTURED = 19;

  // 240 line of a foreign recording: an event without a code of its own.

  private JournalFormat() {}

  /**
   * The running hash over all frames up to one: what the next frame carries as {@code previous}. It
   * shows frames that were taken out, doubled, swapped or brought in from elsewhere. It is no
   * signature: whoever can compute it can forge it.
   */
  static long chain(long previous, int crc) {
    long z = (previous ^ Integer.toUnsignedLong(crc)) + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
