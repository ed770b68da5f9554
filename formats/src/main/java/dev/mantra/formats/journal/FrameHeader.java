package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The forty bytes before each payload, written and checked in one place. */
final class FrameHeader {

  private final CRC32C crc = new CRC32C();
  private final byte[] array = new byte[JournalFormat.HEADER_LENGTH];
  private final ByteBuffer fields = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);

  /** Says of which session all frames to be sealed are. */
  void mark(int session) {
    fields.putInt(JournalFormat.SESSION_AT, session);
  }

  /** Fills in the header for a payload and gives the array it stands in, which is used again. */
  byte[] seal(int code, int flags, long sequence, long offset, long previous, Bytes payload) {
    fields.putInt(JournalFormat.MAGIC_AT, JournalFormat.MAGIC);
    fields.put(JournalFormat.VERSION_AT, (byte) JournalFormat.VERSION);
    fields.put(JournalFormat.CODE_AT, (byte) code);
    fields.putShort(JournalFormat.FLAGS_AT, (short) flags);
    fields.putInt(JournalFormat.SEQUENCE_AT, (int) sequence);
    fields.putLong(JournalFormat.OFFSET_AT, offset);
    fields.putInt(JournalFormat.LENGTH_AT, payload.length());
    fields.putLong(JournalFormat.PREVIOUS_AT, previous);
    fields.putInt(JournalFormat.CRC_AT, checksum(payload));
    return array;
  }

  /** Takes over a header that was read, from {@code at} in {@code buffer}. */
  void load(ByteBuffer buffer, int at) {
    buffer.get(at, array);
  }

  boolean isFrame() {
    return fields.getInt(JournalFormat.MAGIC_AT) == JournalFormat.MAGIC
        && length() >= 0
        && length() <= JournalFormat.MAX_PAYLOAD;
  }

  boolean isSound(Bytes payload) {
    return checksum(payload) == crc();
  }

  int version() {
    return Byte.toUnsignedInt(fields.get(JournalFormat.VERSION_AT));
  }

  int code() {
    return Byte.toUnsignedInt(fields.get(JournalFormat.CODE_AT));
  }

  int flags() {
    return Short.toUnsignedInt(fields.getShort(JournalFormat.FLAGS_AT));
  }

  int session() {
    return fields.getInt(JournalFormat.SESSION_AT);
  }

  long sequence() {
    return Integer.toUnsignedLong(fields.getInt(JournalFormat.SEQUENCE_AT));
  }

  long offset() {
    return fields.getLong(JournalFormat.OFFSET_AT);
  }

  int length() {
    return fields.getInt(JournalFormat.LENGTH_AT);
  }

  int crc() {
    return fields.getInt(JournalFormat.CRC_AT);
  }

  long previous() {
    return fields.getLong(JournalFormat.PREVIOUS_AT);
  }

  private int checksum(Bytes payload) {
    crc.reset();
    crc.update(array, 0, JournalFormat.CRC_AT);
    crc.update(
        array, JournalFormat.PREVIOUS_AT, JournalFormat.HEADER_LENGTH - JournalFormat.PREVIOUS_AT);
    payload.updateTo(crc);
    return (int) crc.getValue();
  }
}
