package dev.mantra.formats.event;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Checksum;

/** An immutable run of bytes, exactly as they were read. */
public final class Bytes {

  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private final byte[] array;
  private final int from;
  private final int length;

  private Bytes(byte[] array, int from, int length) {
    this.array = array;
    this.from = from;
    this.length = length;
  }

  /** The bytes of {@code array}, which is <em>not</em> copied: the caller gives it away. */
  public static Bytes wrap(byte[] array) {
    return array.length == 0 ? EMPTY : new Bytes(array, 0, array.length);
  }

  /** A copy of {@code length} bytes of {@code array}. */
  public static Bytes copyOf(byte[] array, int from, int length) {
    return wrap(Arrays.copyOfRange(array, from, from + length));
  }

  /** A copy of what remains in {@code buffer}, whose position moves to its limit. */
  public static Bytes copyOf(ByteBuffer buffer) {
    var copy = new byte[buffer.remaining()];
    buffer.get(copy);
    return wrap(copy);
  }

  public static Bytes utf8(String text) {
    return wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  public byte at(int index) {
    return array[from + index];
  }

  /** A view of part of these bytes. */
  public Bytes slice(int start, int size) {
    if (start < 0 || size < 0 || start + size > length) {
      throw new IndexOutOfBoundsException("slice " + start + "+" + size + " of " + length);
    }
    return new Bytes(array, from + start, size);
  }

  /** Puts these bytes into {@code target}, the first at {@code at}. */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(array, from, target, at, length);
  }

  public byte[] toArray() {
    return Arrays.copyOfRange(array, from, from + length);
  }

  public ByteBuffer asBuffer() {
    return ByteBuffer.wrap(array, from, length).asReadOnlyBuffer();
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(array, from, length);
  }

  /** Lets {@code checksum} run over these bytes. */
  public void updateTo(Checksum checksum) {
    checksum.update(array, from, length);
  }

  /** These bytes read as UTF-8; what is not UTF-8 becomes U+FFFD. */
  public String toUtf8() {
    return new String(array, from, length, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && Arrays.equals(
            array, from, from + length, that.array, that.from, that.from + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    int shown = Math.min(length, 32);
    var hex = HexFormat.of().formatHex(array, from, from + shown);
    return length + " bytes " + hex + (shown < length ? "…" : "");
  }
}
