package dev.mantra.indexer;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** Lines of one session, in order. Trouble while reading is an {@link UncheckedIOException}. */
public interface SessionText extends Closeable {

  Iterator<TextBlock> blocks();
}
