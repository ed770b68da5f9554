package dev.mantra.recorder.history;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Entries that come one after the other, read as they are asked for. */
interface EntryQueue extends AutoCloseable {

  /** The next entry; null when there is none. It is the next again until {@link #next}. */
  @Nullable Placed peek() throws IOException;

  /** Takes the next entry, which there must be. */
  Placed next() throws IOException;

  @Override
  void close() throws IOException;
}
