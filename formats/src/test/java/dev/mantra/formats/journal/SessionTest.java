package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionHeader.Origin;
import dev.mantra.formats.event.Totals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

  private static final SessionHeader HEADER = SampleSession.header(1);
  private static final List<Event> EVENTS = SampleSession.mixture(1, 30_000);

  @TempDir Path temp;

  @Test
  void isBeingRecordedWhileThisProcessHasItsLock() throws IOException {
    var store = new Store(temp);
    var session = store.create(HEADER.id());
    try (var journal = JournalWriter.create(session.journal(), HEADER)) {
      journal.append(new Event.Marker(5_000, "here"));
      assertTrue(session.isBeingRecorded());
      var summary = session.summary();
      assertEquals(SessionState.RECORDING, summary.state());
      assertEquals(Duration.ofNanos(5_000), summary.duration());
      assertEquals(journal.length(), summary.bytes());
    }
  }

  @Test
  void isFinishedOnceItHasItsEnd() throws IOException {
    var session = recorded(HEADER, EVENTS);
    assertFalse(session.isBeingRecorded());
    var summary = session.summary();
    assertEquals(SessionState.FINISHED, summary.state());
    assertEquals(HEADER, summary.header());
    assertEquals(Optional.of(EVENTS.getLast()), summary.end());
    assertEquals(Duration.ofNanos(EVENTS.getLast().at()), summary.duration());
  }

  @Test
  void isInterruptedWhenItsRecorderIsGone() throws IOException {
    var session = recorded(HEADER, EVENTS.subList(0, 20));
    assertEquals(SessionState.INTERRUPTED, session.summary().state());
    assertEquals(Optional.empty(), session.summary().end());
    var totals = Totals.NONE;
    for (var event : EVENTS.subList(0, 20)) {
      totals = totals.plus(event);
    }
    assertEquals(totals, session.count());
  }

  @Test
  void aLockOfADeadOrALaterProcessSaysNothing() throws IOException {
    var session = recorded(HEADER, EVENTS.subList(0, 20));
    var lock = session.folder().resolve("lock");
    var here = ProcessStamp.current();
    var stamps =
        List.of(
            new ProcessStamp(Integer.MAX_VALUE, here.started()).toString(),
            new ProcessStamp(here.pid(), here.started() + 1).toString(),
            "",
            "nonsense",
            "\u00ff\u00fe",
            "1 2 3",
            "x".repeat(10_000));
    for (var stamp : stamps) {
      Files.writeString(lock, stamp, StandardCharsets.ISO_8859_1);
      assertFalse(session.isBeingRecorded(), stamp);
      assertEquals(SessionState.INTERRUPTED, session.summary().state());
    }
    Files.writeString(lock, here + "\n");
    assertTrue(session.isBeingRecorded());
  }

  @Test
  void isImportedWhenItHasAnOrigin() throws IOException {
    var header =
        SessionHeader.builder(HEADER.id(), HEADER.startedAt(), "mantra test")
            .origin(new Origin("asciicast-v2", "demo.cast", "00", Bytes.EMPTY))
            .build();
    assertEquals(SessionState.IMPORTED, recorded(header, EVENTS).summary().state());
  }

  @Test
  void withoutAJournalThereIsNoSummaryUnlessItIsJustBeginning() throws IOException {
    var store = new Store(temp);
    var session = store.create(HEADER.id());
    assertEquals(SessionState.RECORDING, session.summary().state());
    assertEquals(HEADER.id(), session.summary().header().id());
    Files.createDirectory(session.journal());
    assertEquals(SessionState.RECORDING, session.summary().state());
    store.finish(session);
    var problem = assertThrows(NoSuchFileException.class, session::summary);
    assertEquals("the journal has no file", problem.getReason());
    Files.delete(session.journal());
    assertThrows(NoSuchFileException.class, session::summary);
  }

  @Test
  void anEmptyJournalIsAnInterruptedSessionOfNothing() throws IOException {
    var session = recorded(HEADER, EVENTS);
    var file = session.journal().resolve(QueueFile.NAME);
    for (int length : List.of(0, 3, 4096)) {
      Files.write(file, new byte[length]);
      var summary = session.summary();
      assertEquals(SessionState.INTERRUPTED, summary.state());
      assertEquals(HEADER.id(), summary.header().id());
      assertEquals(Duration.ZERO, summary.duration());
      assertEquals(Totals.NONE, session.count());
    }
  }

  @Test
  void theTitleGivenLastIsShown() throws IOException {
    var session = recorded(HEADER, EVENTS);
    assertEquals(Optional.of("a sample"), session.summary().title());
    session.annotate(new Annotations.Entry.Title("better"));
    assertEquals(Optional.of("better"), session.summary().title());
    session.annotate(new Annotations.Entry.Title(""));
    assertEquals(Optional.of("a sample"), session.summary().title());
  }

  private Session recorded(SessionHeader header, List<Event> events) throws IOException {
    var store = new Store(temp);
    var session = store.create(header.id());
    SampleSession.write(session.journal(), header, events);
    store.finish(session);
    return session;
  }
}
