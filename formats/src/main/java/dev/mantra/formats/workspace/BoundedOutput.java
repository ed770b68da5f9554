package dev.mantra.formats.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes in memory, up to a number of them. */
final class BoundedOutput extends OutputStream {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int most;

  BoundedOutput(int most) {
    this.most = most;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] more, int from, int length) throws IOException {
    if (length > most - bytes.size()) {
      throw new IOException("a body has more than " + most + " bytes");
    }
    bytes.write(more, from, length);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
