package dev.mantra.recorder.history;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What another thread came to: its problem is that of whoever waits for it. */
final class Awaited {

  private Awaited() {}

  /**
   * Waits for a result.
   *
   * @throws IOException when there is none, or the waiting was interrupted
   */
  static <T> T of(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
