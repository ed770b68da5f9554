package dev.mantra.formats.derived;

import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.SessionStamp;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes numbers of seven bits a byte, the lowest first, and what is made of them. */
public final class NumberWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public NumberWriter number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  /** A number that is near zero, on either side. */
  public NumberWriter difference(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  public NumberWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes, and before them how many they are. */
  public NumberWriter bytes(byte[] bytes) {
    number(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  public NumberWriter texts(List<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
    return this;
  }

  public NumberWriter place(JournalPlace place) {
    return number(place.position()).number(place.sequence()).number(place.chain());
  }

  public NumberWriter stamp(FileStamp stamp) {
    return number(stamp.size()).number(stamp.modified());
  }

  public NumberWriter stamp(Optional<FileStamp> stamp) {
    number(stamp.isPresent() ? 1 : 0);
    stamp.ifPresent(this::stamp);
    return this;
  }

  public NumberWriter stamp(SessionStamp stamp) {
    return stamp(stamp.journal()).stamp(stamp.annotations()).stamp(stamp.knownValues());
  }

  public NumberWriter piece(Piece piece) {
    return number(piece.at())
        .number(piece.length())
        .number(Integer.toUnsignedLong(piece.checksum()));
  }

  public byte[] toArray() {
    return out.toByteArray();
  }
}
