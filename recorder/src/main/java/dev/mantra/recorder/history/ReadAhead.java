package dev.mantra.recorder.history;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a large conversation, read by a thread of its own while those before them are
 * written: either takes about as long as the other.
 */
final class ReadAhead implements AutoCloseable {

  /**
   * Characters that are handed over at a time: much in little is for the memory, the rest for
   * speed.
   */
  private static final long BATCH = 256 << 10;

  private static final int MOST_ENTRIES = 512;

  /** What the reader hands over: some entries, none at the end, or why there are no more. */
  private record Batch(List<Placed> entries, @Nullable Throwable problem) {}

  private final EntryMerge merge;
  private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(1);
  private final Thread reader;
  private final Deque<Placed> ready = new ArrayDeque<>();
  private boolean isOver;

  ReadAhead(EntryMerge merge) {
    this.merge = merge;
    this.reader = Thread.ofPlatform().name("read ahead").daemon().start(this::read);
  }

  /** The next entry; empty when there are no more. */
  Optional<Placed> next() throws IOException {
    if (ready.isEmpty() && !isOver) {
      await();
    }
    return Optional.ofNullable(ready.poll());
  }

  @Override
  public void close() throws IOException {
    reader.interrupt();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    merge.close();
  }

  private void await() throws IOException {
    try {
      var batch = batches.take();
      if (batch.problem != null) {
        throw batch.problem instanceof IOException e ? e : new IOException(batch.problem);
      }
      ready.addAll(batch.entries);
      isOver = batch.entries.isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void read() {
    try {
      try {
        List<Placed> entries;
        do {
          entries = batch();
          batches.put(new Batch(entries, null));
        } while (!entries.isEmpty());
      } catch (IOException | RuntimeException | Error e) {
        batches.put(new Batch(List.of(), e));
      }
    } catch (InterruptedException e) {
      // Nobody wants the rest.
      Thread.currentThread().interrupt();
    }
  }

  private List<Placed> batch() throws IOException {
    var entries = new ArrayList<Placed>();
    long size = 0;
    while (size < BATCH && entries.size() < MOST_ENTRIES) {
      var next = merge.next();
      if (next.isEmpty()) {
        break;
      }
      entries.add(next.get());
      size += next.get().entry().size();
    }
    return entries;
  }
}
