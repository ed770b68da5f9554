package dev.mantra.cli;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.Usage;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Puts sessions into a store, as a recorder would. */
final class TestSessions {

  /** A secret, made here, so that nobody who looks for secrets in files finds one. */
  static final String TOKEN = "gh" + "p_" + "k7Qx2Zp9".repeat(4) + "LmN4";

  static final Instant START = Instant.parse("2026-11-20T08:30:00Z");
  private static final long SECOND = 1_000_000_000L;

  private final Store store;

  TestSessions(Path folder) {
    store = new Store(folder);
  }

  /** A finished session of half a minute with all that a session can have. */
  Session full() throws IOException {
    return add(
        "20261120T083000Z-claude-bcdfgh",
        header -> header.title(Optional.of("Fix the login")),
        List.of(
            new Event.Output(SECOND, Bytes.utf8("hello \u001b[1mworld\u001b[0m\r\n")),
            new Event.Input(2 * SECOND, Bytes.utf8("ls\r")),
            new Event.HiddenInput(3 * SECOND, 7),
            new Event.Resize(4 * SECOND, new WindowSize(100, 30)),
            new Event.Marker(5 * SECOND, "tests green"),
            new Event.Gap(8 * SECOND, 6 * SECOND, 1234, "the disk was full"),
            new Event.Output(20 * SECOND, Bytes.utf8("bye\r\n")),
            end(30 * SECOND, 0)));
  }

  /** A session of one line of output that ended with {@code status}. */
  Session small(String id, int status) throws IOException {
    return add(
        id,
        header -> header,
        List.of(new Event.Output(SECOND, Bytes.utf8("hi\r\n")), end(2 * SECOND, status)));
  }

  /** A session whose recorder vanished. */
  Session interrupted(String id) throws IOException {
    return add(id, header -> header, List.of(new Event.Output(SECOND, Bytes.utf8("hi\r\n"))));
  }

  /** A session that this very process is still recording. */
  Session recording(String id) throws IOException {
    return recording(id, List.of());
  }

  /** The same with something in it already. */
  Session recording(String id, List<Event> events) throws IOException {
    var session = store.create(new SessionId(id));
    write(session, header(session.id()).build(), events);
    return session;
  }

  Session add(String id, UnaryOperator<SessionHeader.Builder> change, List<Event> events)
      throws IOException {
    var session = store.create(new SessionId(id));
    write(session, change.apply(header(session.id())).build(), events);
    store.finish(session);
    return session;
  }

  static Event.End end(long at, int status) {
    return new Event.End(at, EndReason.EXITED, OptionalInt.of(status), Totals.NONE);
  }

  static Event.Message prompt(long at, String id, String text) {
    return new Event.Message(
        at,
        new Entry(
            "claude",
            "c-1",
            id,
            Entry.Change.ADDED,
            Optional.empty(),
            Entry.Kind.USER,
            Entry.Source.TRANSCRIPT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Usage.NONE,
            List.of(new Block.Text(text)),
            0,
            Optional.empty()));
  }

  static Event.FileChange fileChange(long at, String path, String patch) {
    return new Event.FileChange(
        at,
        at,
        new FileEdit(
            1,
            FileEdit.Kind.MODIFIED,
            Bytes.utf8(path),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Bytes.utf8(patch)),
            1,
            1));
  }

  private static void write(Session session, SessionHeader header, List<Event> events)
      throws IOException {
    try (var journal = JournalWriter.create(session.journal(), header)) {
      var totals = Totals.NONE;
      for (var event : new ArrayList<>(events)) {
        totals = totals.plus(event);
        journal.append(
            event instanceof Event.End end
                ? new Event.End(end.at(), end.reason(), end.status(), totals)
                : event);
      }
    }
  }

  private static SessionHeader.Builder header(SessionId id) {
    return SessionHeader.builder(id, id.startedAt().orElse(START), "mantra test")
        .command(Stream.of("/usr/bin/claude", "--resume", "it's me").map(Bytes::utf8).toList())
        .folder(Bytes.utf8("/home/ada/shop"))
        .size(new WindowSize(80, 24))
        .environment(Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8"));
  }
}
