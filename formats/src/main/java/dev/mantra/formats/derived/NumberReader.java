package dev.mantra.formats.derived;

import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.SessionStamp;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@link NumberWriter} wrote. What is not such is a {@link BufferUnderflowException} or
 * an {@link IllegalArgumentException}.
 */
public final class NumberReader {

  private final ByteBuffer in;

  public NumberReader(ByteBuffer in) {
    this.in = in;
  }

  public long number() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than ten bytes");
  }

  public int smallNumber() {
    long value = number();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(value + " is too large");
    }
    return (int) value;
  }

  public long difference() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    int length = smallNumber();
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  public List<String> texts() {
    var texts = new ArrayList<String>();
    for (int left = smallNumber(); left > 0; left--) {
      texts.add(text());
    }
    return texts;
  }

  public JournalPlace place() {
    return new JournalPlace(number(), number(), number());
  }

  public FileStamp stamp() {
    return new FileStamp(number(), number());
  }

  public Optional<FileStamp> optionalStamp() {
    return number() == 0 ? Optional.empty() : Optional.of(stamp());
  }

  public SessionStamp sessionStamp() {
    return new SessionStamp(stamp(), stamp(), stamp());
  }

  public Piece piece() {
    return new Piece(number(), smallNumber(), (int) number());
  }
}
