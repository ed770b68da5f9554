package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.nio.BufferUnderflowException;

/** Reads what {@link PayloadWriter} wrote; runs out with a {@link BufferUnderflowException}. */
final class PayloadReader {

  /** Of the tenth byte a number has only one bit left. */
  private static final int TENTH = 63;

  private final Bytes payload;
  private int at;

  PayloadReader(Bytes payload) {
    this.payload = payload;
  }

  boolean hasMore() {
    return at < payload.length();
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < TENTH; shift += 7) {
      byte b = next();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    byte last = next();
    if (last != 0 && last != 1) {
      throw new BufferUnderflowException();
    }
    return value | (long) last << TENTH;
  }

  int smallNumber() {
    long value = number();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new BufferUnderflowException();
    }
    return (int) value;
  }

  Bytes bytes() {
    int length = smallNumber();
    if (length > payload.length() - at) {
      throw new BufferUnderflowException();
    }
    var value = payload.slice(at, length);
    at += length;
    return value;
  }

  String text() {
    return bytes().toUtf8();
  }

  private byte next() {
    if (!hasMore()) {
      throw new BufferUnderflowException();
    }
    return payload.at(at++);
  }
}
