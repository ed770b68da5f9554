package dev.mantra.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A buffered stream that remembers why it failed, which a PrintStream forgets. */
final class WatchedOutput extends OutputStream {

  private final OutputStream out;
  private @Nullable IOException failure;

  WatchedOutput(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 14);
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  private IOException remembered(IOException e) {
    if (failure == null) {
      failure = e;
    }
    return e;
  }
}
