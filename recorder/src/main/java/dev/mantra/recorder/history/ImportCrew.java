package dev.mantra.recorder.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * A few threads that import conversations. Small ones go side by side, which mostly means that one
 * waits for the disk while another one is read; large ones one at a time, so that memory stays
 * bounded by what one of them takes.
 */
final class ImportCrew implements AutoCloseable {

  private static final int MOST_THREADS = 4;
  private static final long LARGE = 4 << 20;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() + 1));
  private final Semaphore large = new Semaphore(1);
  private final List<Future<List<Done>>> work = new ArrayList<>();

  /** A conversation, and what has become of it. */
  record Done(Conversation conversation, List<Outcome> outcomes) {}

  /** Imports one conversation. */
  @FunctionalInterface
  interface Task {
    List<Outcome> run(Conversation conversation) throws IOException;
  }

  /** Has conversations imported, one after the other. */
  void submit(List<Conversation> family, Task task) {
    work.add(
        threads.submit(
            () -> {
              var done = new ArrayList<Done>(family.size());
              for (var conversation : family) {
                done.add(new Done(conversation, run(conversation, task)));
              }
              return done;
            }));
  }

  /**
   * Waits until everything is done, and tells of it in the order in which it was submitted.
   *
   * @throws IOException when something failed; nothing more is begun then
   */
  void await(Consumer<Done> listener) throws IOException {
    for (var one : work) {
      Awaited.of(one).forEach(listener);
    }
  }

  @Override
  public void close() {
    work.forEach(one -> one.cancel(false));
    threads.close();
  }

  private List<Outcome> run(Conversation conversation, Task task)
      throws IOException, InterruptedException {
    if (conversation.size() <= LARGE) {
      return task.run(conversation);
    }
    large.acquire();
    try {
      return task.run(conversation);
    } finally {
      large.release();
    }
  }
}
