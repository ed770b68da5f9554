package dev.mantra.indexer;

import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Viewing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the lines of sessions that an expression is found in. Several sessions are gone through at
 * the same time; what is found comes in the order of the sessions, as soon as it can.
 */
public final class Grep {

  /** So many sessions may have been begun that it is not their turn to be told of yet. */
  private static final int AHEAD = 16;

  /** RE2/J calls itself for each part of an expression. */
  private static final long STACK = 64L << 20;

  private static final long LONGEST_WAIT_MILLIS = 500;

  private final GrepQuery query;
  private final Viewing viewing;
  private final DisplayedText displayed;
  private final PassageSource passages;
  private final KnownGrams grams;

  /**
   * @param viewing what sessions are read through
   * @param grams what is known of them without reading them, by the same views and texts
   */
  public Grep(
      GrepQuery query,
      Viewing viewing,
      DisplayedText displayed,
      PassageSource passages,
      KnownGrams grams) {
    this.query = query;
    this.viewing = viewing;
    this.displayed = displayed;
    this.passages = passages;
    this.grams = grams;
  }

  /** Takes what is found. It stops the search by throwing. */
  public interface Sink {

    void excerpt(Session session, Excerpt excerpt) throws IOException;

    /** All of a session has been told. */
    void done(Session session, long hits) throws IOException;

    /** A session's text cannot be read to its end. */
    void failed(Session session, IOException problem) throws IOException;
  }

  /**
   * @param threads how many work at the same time
   * @throws SlowPatternException when it would take too long; what was found before has been told
   */
  public void run(List<Session> sessions, int threads, Sink sink) throws IOException {
    var mayHave = grams.mayHave(sessions, query);
    var results = mayHave.stream().mapToObj(sessions::get).map(SessionResults::new).toList();
    var room = new Semaphore(AHEAD);
    var next = new AtomicInteger();
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < Math.min(threads, results.size()); i++) {
      var worker = Thread.ofPlatform().daemon().stackSize(STACK);
      workers.add(worker.start(() -> work(results, room, next)));
    }
    try {
      var told = results.iterator();
      for (int i = 0; i < sessions.size(); i++) {
        if (mayHave.get(i)) {
          told.next().tell(sink);
          room.release();
        } else {
          sink.done(sessions.get(i), 0);
        }
      }
    } finally {
      results.forEach(SessionResults::cancel);
      room.release(threads);
      await(workers);
    }
    grams.save();
  }

  /** They end soon; one that reads a long session through is not waited for. */
  private static void await(List<Thread> workers) {
    try {
      for (var worker : workers) {
        worker.join(LONGEST_WAIT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(List<SessionResults> results, Semaphore room, AtomicInteger next) {
    var scan = new SessionScan(query, displayed, passages);
    while (true) {
      room.acquireUninterruptibly();
      int number = next.getAndIncrement();
      if (number >= results.size() || results.get(number).isCancelled()) {
        room.release();
        return;
      }
      scan(scan, results.get(number));
    }
  }

  private void scan(SessionScan scan, SessionResults results) {
    try {
      results.finish(scan.scan(viewing.of(results.session()), results));
      learn(results.session());
    } catch (IOException e) {
      results.fail(e);
    } catch (UncheckedIOException e) {
      results.fail(e.getCause() == null ? new IOException(e) : e.getCause());
    } catch (Patience.Exhausted e) {
      results.fail(
          new SlowPatternException(
              "the expression is slow: it has taken a second more than others take, up to "
                  + results.session().id()
                  + "; make its repetitions smaller, or say in which sessions or parts (--in) to look",
              e));
    } catch (RuntimeException | StackOverflowError e) {
      // One session whose files are nonsense must not hide what the others have.
      results.fail(new IOException("cannot search in it: " + e, e));
    }
  }

  /** So that it need not be looked through for everything the next time. */
  private void learn(Session session) {
    try {
      grams.learn(session);
    } catch (IOException | RuntimeException e) {
      // It was looked through all the same.
    }
  }
}
