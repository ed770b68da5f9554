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

  Iterator<TextBlock<L>> blocks();
}
