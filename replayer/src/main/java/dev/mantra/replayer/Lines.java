package dev.mantra.replayer;

import dev.mantra.terminal.DisplayedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * Every line that was ever displayed in a session, once, in the order of their numbers. They can be
 * gone through again and again; memory stays bounded. Trouble while iterating is an {@link
 * UncheckedIOException}. {@link Replay#close} closes them.
 */
public final class Lines implements Iterable<DisplayedLine> {

  /** Starts reading lines with the first one. */
  @FunctionalInterface
  interface Source {
    Iterator<DisplayedLine> read() throws IOException;
  }

  private final Source source;

  Lines(Source source) {
    this.source = source;
  }

  @Override
  public Iterator<DisplayedLine> iterator() {
    try {
      return source.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
