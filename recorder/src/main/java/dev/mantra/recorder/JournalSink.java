package dev.mantra.recorder;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
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

  private static final String NOT_RECORDED = "this session could not be recorded: ";
  private static final String PARTLY_RECORDED = "part of this session could not be recorded: ";

  private final Store store;
  private final SessionId id;
  private final Supplier<SessionHeader> header;
  private final Notices notices;
  private volatile @Nullable Session session;
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

  /** The session's place in the store; empty as long as there is none. */
  public Optional<Session> session() {
    return Optional.ofNullable(session);
  }

  /** Makes the session's folder and starts its journal; each write tries again when it fails. */
  @Override
  public void open() throws IOException {
    try {
      begin();
    } catch (IOException e) {
      throw new IOException(NOT_RECORDED + IoProblem.describe(e), e);
    }
  }

  @Override
  public void write(Event event) {
    boolean last = event instanceof Event.End;
    if (missing != null && !last && event.at() < retryAt) {
      missing = missing.plus(event.terminalBytes());
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
    try {
      open.close();
    } finally {
      store.finish(session);
    }
  }

  @Override
  public void discard() throws IOException {
    try {
      close();
    } finally {
      if (session != null) {
        store.delete(session);
      }
    }
  }

  private JournalWriter begin() throws IOException {
    var created = store.create(id);
    try {
      var begun = JournalWriter.create(created.journal(), header);
      session = created;
      journal = begun;
      return begun;
    } catch (IOException | RuntimeException e) {
      deleteAfter(created, e);
      throw e;
    }
  }

  private void append(Event event) throws IOException {
    var open = journal == null ? begin() : journal;
    var events = new ArrayList<Event>(2);
    var counted = totals;
    if (missing != null) {
      var gap = new Event.Gap(event.at(), missing.since, missing.bytes, missing.reason);
      events.add(gap);
      counted = counted.plus(gap);
    }
    if (event instanceof Event.End end) {
      events.add(new Event.End(end.at(), end.reason(), end.status(), counted));
    } else {
      events.add(event);
      counted = counted.plus(event);
    }
    open.append(events);
    totals = counted;
    missing = null;
  }

  private void lose(Event event, IOException problem) {
    var reason = IoProblem.describe(problem);
    if (missing == null) {
      missing = new Missing(event.at(), 0, reason);
      notices.add((journal == null ? NOT_RECORDED : PARTLY_RECORDED) + reason);
    }
    missing = missing.plus(event.terminalBytes());
    retryAt = event.at() + RETRY_NANOS;
  }

  private void deleteAfter(Session created, Exception cause) {
    try {
      store.delete(created);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
