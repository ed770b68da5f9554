package dev.mantra.recorder.history;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The entries of several queues, in the order of their moments.
 *
 * <p>A queue is opened when its turn comes: a conversation may have had hundreds of sub-agents.
 */
final class EntryMerge implements AutoCloseable {

  /** Opens a queue. */
  @FunctionalInterface
  interface Opening {
    EntryQueue open() throws IOException;
  }

  private static final Comparator<Source> IN_TURN =
      Comparator.<Source, Instant>comparing(source -> source.turn)
          .thenComparingInt(source -> source.number);

  private final PriorityQueue<Source> sources = new PriorityQueue<>(IN_TURN);
  private int count;
  private Instant latest = Instant.MIN;

  private static final class Source {
    private final Opening opening;
    private final int number;
    private Instant turn;
    private @Nullable EntryQueue queue;

    Source(Opening opening, int number, Instant turn) {
      this.opening = opening;
      this.number = number;
      this.turn = turn;
    }
  }

  /**
   * Adds a queue.
   *
   * @param begun no entry of it is earlier; {@link Instant#MIN} where that is not known, and it
   *     comes behind those that were added before
   */
  void add(Instant begun, Opening opening) {
    latest = begun.isAfter(latest) ? begun : latest;
    sources.add(new Source(opening, count, begun.equals(Instant.MIN) ? latest : begun));
    count++;
  }

  /** The next entry; empty when there are no more. */
  Optional<Placed> next() throws IOException {
    while (true) {
      var source = sources.poll();
      if (source == null) {
        return Optional.empty();
      }
      if (source.queue == null) {
        source.queue = source.opening.open();
        await(source, source.queue);
      } else {
        var entry = source.queue.next();
        await(source, source.queue);
        return Optional.of(entry);
      }
    }
  }

  /** Lets a queue wait for its turn, or closes it when it has no more. */
  private void await(Source source, EntryQueue queue) throws IOException {
    var next = queue.peek();
    if (next == null) {
      queue.close();
      return;
    }
    // What stands behind another entry of its file does not come before it.
    source.turn = next.moment().isAfter(source.turn) ? next.moment() : source.turn;
    sources.add(source);
  }

  @Override
  public void close() throws IOException {
    for (var source : sources) {
      if (source.queue != null) {
        source.queue.close();
      }
    }
  }
}
