package dev.mantra.recorder;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a session into the store, and when that fails goes on trying: a full disk costs a gap, not
 * the rest of the session.
 */
public final class JournalSink implements Sink {

  private static final long RETRY_NANOS = 1_000_000_000L;

  /** A journal that somebody deleted is noticed after this many forces: about a second. */
  private static final int LOOK_EVERY = 10;

  private final Store store;
  private final SessionId id;
  private final Supplier<SessionHeader> header;
  private final Notices notices;
  private @Nullable Session session;
  private volatile @Nullable JournalWriter journal;
  private Totals totals = Totals.NONE;
  private @Nullable Missing missing;
  private long retryAt;
  private int forces;

  /** What could not be written since the last time it could. */
  private record Missing(long since, long bytes, String reason) {
    Missing plus(long more) {
      return new Missing(since, bytes + more, reason);
    }
  }

  /**
   * A sink for a new session.
   *
   * @param header asked for, and perhaps waited for, by the thread that writes
   */
  public JournalSink(Store store, SessionId id, Supplier<SessionHeader> header, Notices notices) {
    this.store = store;
    this.id = id;
    this.header = header;
    this.notices = notices;
  }

  /** Makes the session's folder and starts its journal; each write tries again when it fails. */
  @Override
  public void open() throws IOException {
    var created = store.create(id);
    try {
      journal = JournalWriter.create(created.journal(), header);
      session = created;
    } catch (IOException | RuntimeException e) {
      deleteAfter(created, e);
      throw e;
    }
  }

  @Override
  public void write(Event event) {
    boolean last = event instanceof Event.End;
    if (missing != null && !last && event.at() < retryAt) {
      missing = missing.plus(bytes(event));
      return;
    }
    try {
      append(event);
    } catch (IOException e) {
      lose(event, e);
    }
  }

  @Override
  public void force() throws IOException {
    var open = journal;
    if (open == null) {
      return;
    }
    open.force();
    forces++;
    if (forces % LOOK_EVERY == 0 && !open.isInPlace()) {
      notices.add("the journal was deleted or cut short while it was being written");
    }
  }

  @Override
  public void close() throws IOException {
    var open = journal;
    if (open == null || session == null) {
      return;
    }
    open.close();
    store.finish(session);
  }

  @Override
  public void discard() throws IOException {
    close();
    if (session != null) {
      store.delete(session);
    }
  }

  private void append(Event event) throws IOException {
    if (journal == null) {
      open();
    }
    var open = Objects.requireNonNull(journal);
    if (missing != null) {
      put(open, new Event.Gap(event.at(), missing.since, missing.bytes, missing.reason));
      missing = null;
    }
    if (event instanceof Event.End end) {
      open.append(new Event.End(end.at(), end.reason(), end.status(), totals));
    } else {
      put(open, event);
    }
  }

  private void put(JournalWriter open, Event event) throws IOException {
    open.append(event);
    totals = totals.plus(event);
  }

  private void lose(Event event, IOException problem) {
    if (missing == null) {
      var reason = problem.getMessage() == null ? problem.toString() : problem.getMessage();
      missing = new Missing(event.at(), 0, reason);
      notices.add(
          (journal == null ? "this session could" : "part of this session could")
              + " not be recorded: "
              + reason);
    }
    missing = missing.plus(bytes(event));
    retryAt = event.at() + RETRY_NANOS;
  }

  private void deleteAfter(Session created, Exception cause) {
    try {
      store.delete(created);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static long bytes(Event event) {
    return switch (event) {
      case Event.Output e -> e.bytes().length();
      case Event.Input e -> e.bytes().length();
      case Event.HiddenInput e -> e.length();
      case Event.Resize _,
          Event.Marker _,
          Event.Paused _,
          Event.Resumed _,
          Event.Gap _,
          Event.End _,
          Event.Unknown _ ->
          0;
    };
  }
}
