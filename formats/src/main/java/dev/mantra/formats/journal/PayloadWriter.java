package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the fields of a payload: variable-length numbers and counted bytes. */
final class PayloadWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  /** Seven bits a byte, the lowest first; the top bit says that more follow. */
  PayloadWriter number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  PayloadWriter bytes(byte[] value) {
    number(value.length);
    out.writeBytes(value);
    return this;
  }

  PayloadWriter bytes(Bytes value) {
    return bytes(value.toArray());
  }

  PayloadWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  byte[] toArray() {
    return out.toByteArray();
  }
}
