package dev.mantra.indexer;

import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a session, on its way from the thread that finds it to the one that tells it.
 * The finder waits when it is too far ahead. All fields are guarded by the lock.
 */
final class SessionResults implements Consumer<Excerpt> {

  /** In characters. */
  private static final int ENOUGH = 1 << 20;

  private final Session session;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Excerpt> found = new ArrayDeque<>();
  private int weight;
  private long hits;
  private boolean isComplete;
  private boolean isCancelled;
  private @Nullable IOException problem;

  SessionResults(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  @Override
  public void accept(Excerpt excerpt) {
    lock.lock();
    try {
      while (weight > ENOUGH && !isCancelled) {
        changed.awaitUninterruptibly();
      }
      if (isCancelled) {
        throw new CancellationException();
      }
      found.add(excerpt);
      weight += excerpt.weight();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void finish(long count) {
    lock.lock();
    try {
      hits = count;
      isComplete = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void fail(IOException reason) {
    lock.lock();
    try {
      problem = reason;
      isComplete = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody wants to know any more. */
  void cancel() {
    lock.lock();
    try {
      isCancelled = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isCancelled() {
    lock.lock();
    try {
      return isCancelled;
    } finally {
      lock.unlock();
    }
  }

  /** Tells all that is found, waiting for it. */
  void tell(Grep.Sink sink) throws IOException {
    for (var excerpt = next(); excerpt != null; excerpt = next()) {
      sink.excerpt(session, excerpt);
    }
    var reason = problem();
    if (reason instanceof SlowPatternException) {
      // It would be so in other sessions, too.
      throw reason;
    }
    if (reason != null) {
      sink.failed(session, reason);
    } else {
      sink.done(session, hits());
    }
  }

  private @Nullable IOException problem() {
    lock.lock();
    try {
      return problem;
    } finally {
      lock.unlock();
    }
  }

  private long hits() {
    lock.lock();
    try {
      return hits;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Excerpt next() {
    lock.lock();
    try {
      while (found.isEmpty() && !isComplete) {
        changed.awaitUninterruptibly();
      }
      var excerpt = found.poll();
      weight -= excerpt == null ? 0 : excerpt.weight();
      changed.signalAll();
      return excerpt;
    } finally {
      lock.unlock();
    }
  }
}
