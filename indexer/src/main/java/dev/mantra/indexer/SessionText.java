package dev.mantra.indexer;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * Lines of one session, in order. Trouble while reading is an {@link UncheckedIOException}.
 *
 * @param <L> what is known of a line
 */
public interface SessionText<L> extends Closeable {

  default Iterator<TextBlock<L>> blocks() {
    return blocks(0);
  }

  /**
   * The blocks from one on.
   *
   * @param first counts them from 0
   */
  Iterator<TextBlock<L>> blocks(int first);
}
