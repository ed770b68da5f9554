package dev.mantra.redactor.session;

import dev.mantra.redactor.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Has pages looked through beside the reading of the session, by as many threads as there are
 * processors; what they find is taken in the order of the pages.
 */
final class PageQueue implements AutoCloseable {

  /** More pages do not wait: memory stays bounded. */
  private static final int MOST = 64;

  private record Waiting(Future<List<Found>> search, Consumer<List<Found>> sink) {}

  private final Finder finder;
  private final ExecutorService threads;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  PageQueue(Finder finder) {
    this.finder = finder;
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("redactor-", 0).daemon().factory());
  }

  void add(Page page, Consumer<List<Found>> sink) {
    add(search(page), sink);
  }

  /** Begins to look through a page; what is found in it is to be added. */
  Future<List<Found>> search(Page page) {
    return threads.submit(() -> finder.find(page));
  }

  /** Has what a search finds taken when it is its turn. */
  void add(Future<List<Found>> search, Consumer<List<Found>> sink) {
    waiting.add(new Waiting(search, sink));
    while (waiting.size() > MOST || (!waiting.isEmpty() && waiting.peek().search().isDone())) {
      take();
    }
  }

  /** Does something when all that was added before has been taken. */
  void then(Runnable action) {
    waiting.add(new Waiting(CompletableFuture.completedFuture(List.of()), _ -> action.run()));
  }

  /** Waits for all that was added. */
  void finish() {
    while (!waiting.isEmpty()) {
      take();
    }
  }

  private void take() {
    var first = waiting.remove();
    try {
      first.sink().accept(first.search().get());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a search failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for secrets", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
