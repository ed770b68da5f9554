package dev.mantra.recorder;

import dev.mantra.formats.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hand-over from the relay to the writer, bounded by bytes.
 *
 * <p>The relay must never wait for the disk: the lock is only ever held for a few assignments. When
 * the writer falls behind by a whole buffer the relay waits a little, as it would for a slow
 * terminal; when even that does not help, events are dropped and counted, and a gap says so.
 */
final class EventQueue {

  private static final int LIMIT = 8 << 20;

  /** What can wait leaves the rest of the room to the terminal. */
  private static final int PATIENT_LIMIT = LIMIT / 4;

  /** Below this the writer lets a moment pass, so that it does not wake up for every key. */
  private static final int WORTH_WAKING = 1 << 20;

  private static final long LINGER_NANOS = 4_000_000;
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private List<Event> events = new ArrayList<>();
  private List<Event> spare = new ArrayList<>();

  /** Output that may still grow: it comes behind all {@link #events}. */
  private @Nullable Burst burst;

  private int size;
  private long lastAt;
  private boolean stalled;
  private boolean closed;
  private boolean dropping;
  private long droppedBytes;
  private long droppedSince;

  /** Adds an event; times are made to never run backwards. */
  synchronized void add(Event event) {
    if (closed) {
      return;
    }
    if (size > LIMIT && !waitForRoom()) {
      drop(event);
      return;
    }
    long now = Math.max(lastAt, event.at());
    boolean wasEmpty = isEmpty();
    if (dropping) {
      put(new Event.Gap(now, droppedSince, droppedBytes, "the disk did not keep up"));
      dropping = false;
      droppedBytes = 0;
    }
    put(event.at() == now ? event : event.withAt(now));
    lastAt = now;
    int before = size;
    size += event.weight();
    if (wasEmpty || (before < WORTH_WAKING && size >= WORTH_WAKING)) {
      notifyAll();
    }
  }

  /**
   * Adds an event that can wait: until there is so much room that the terminal need not wait for
   * its sake.
   */
  synchronized void addPatiently(Event event) throws InterruptedException {
    while (size > PATIENT_LIMIT && !closed) {
      wait();
    }
    add(event);
  }

  /** The last event: nothing is taken after it, and the writer is told at once. */
  synchronized void addLast(Event event) {
    size = 0;
    add(event);
    close();
  }

  /** Nothing is taken any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /**
   * Everything there is; waits until there is something. The list is the caller's until its next
   * call. Empty means that no more will come.
   */
  synchronized List<Event> take() throws InterruptedException {
    while (isEmpty() && !closed) {
      wait();
    }
    long deadline = System.nanoTime() + LINGER_NANOS;
    for (long left = LINGER_NANOS; size < WORTH_WAKING && !closed && left > 0; ) {
      wait(left / 1_000_000, (int) (left % 1_000_000));
      left = deadline - System.nanoTime();
    }
    endBurst();
    var taken = events;
    spare.clear();
    events = spare;
    spare = taken;
    size = 0;
    stalled = false;
    notifyAll();
    return taken;
  }

  private boolean isEmpty() {
    return events.isEmpty() && burst == null;
  }

  private void put(Event event) {
    if (!(event instanceof Event.Output output)) {
      endBurst();
      events.add(event);
    } else if (burst == null || !burst.add(output)) {
      endBurst();
      burst = new Burst(output);
    }
  }

  private void endBurst() {
    if (burst != null) {
      events.add(burst.event());
      burst = null;
    }
  }

  private void drop(Event event) {
    if (!dropping) {
      droppedSince = lastAt;
      dropping = true;
    }
    droppedBytes += event.terminalBytes();
    lastAt = Math.max(lastAt, event.at());
  }

  private boolean waitForRoom() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (size > LIMIT && !closed && !stalled) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        stalled = true;
        break;
      }
      try {
        wait(left / 1_000_000 + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return size <= LIMIT && !closed;
  }
}
