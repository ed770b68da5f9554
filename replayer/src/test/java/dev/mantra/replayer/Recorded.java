package dev.mantra.replayer;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Sessions in a store of their own, made of the events that a test is about. */
public final class Recorded {

  public static final long MILLI = 1_000_000;

  public static final Instant START = Instant.parse("2026-11-21T02:48:36Z");

  private final Store store;
  private final Path cache;
  private int count;

  public Recorded(Path folder) {
    store = new Store(folder.resolve("sessions"));
    cache = folder.resolve("cache");
  }

  Path cache() {
    return cache;
  }

  /** A session that is being written. */
  record Open(Store store, Session session, JournalWriter journal) implements AutoCloseable {

    /** Writes the end, which cuts the journal to its size. */
    Session finish(long at) throws IOException {
      journal.append(new Event.End(at, EndReason.EXITED, OptionalInt.of(0), Totals.NONE));
      journal.close();
      store.finish(session);
      return session;
    }

    @Override
    public void close() throws IOException {
      journal.close();
    }
  }

  Open begin(WindowSize size) throws IOException {
    var id = SessionId.of(START.plusSeconds(count++), "bash", 1);
    var header = SessionHeader.builder(id, START, "mantra test").size(size).build();
    var session = store.create(id);
    return new Open(store, session, JournalWriter.create(session.journal(), header));
  }

  /** A finished session, which ends with its last event. */
  public Session session(WindowSize size, List<Event> events) throws IOException {
    try (var open = begin(size)) {
      open.journal().append(events);
      return open.finish(events.isEmpty() ? 0 : events.getLast().at());
    }
  }

  public Session session(Event... events) throws IOException {
    return session(new WindowSize(20, 4), List.of(events));
  }

  public Replay replay(Session session) throws IOException {
    return Replay.open(session, Optional.of(cache), ReplayOptions.STANDARD);
  }

  public static Event output(long millis, String text) {
    return new Event.Output(millis * MILLI, Bytes.utf8(text));
  }

  public static Event resize(long millis, int columns, int rows) {
    return new Event.Resize(millis * MILLI, new WindowSize(columns, rows));
  }

  /** A screen that is redrawn again and again, with enough output for several keyframes. */
  static List<Event> longSession() {
    var events = new ArrayList<Event>();
    for (int i = 0; i < 4000; i++) {
      events.add(
          output(
              20L * i,
              "\033[?2026h\033[H\033[2Jstep "
                  + i
                  + "\r\n"
                  + ("line " + i + " \033[3" + i % 8 + "mof many\033[m\r\n").repeat(8)
                  + "\033[?2026l"));
    }
    return events;
  }

  /** The one file that was derived from sessions, of one kind. */
  Path derived(String kind) throws IOException {
    try (var files = Files.list(cache.resolve(kind))) {
      var all = files.toList();
      if (all.size() != 1) {
        throw new AssertionError(all);
      }
      return all.getFirst();
    }
  }
}
