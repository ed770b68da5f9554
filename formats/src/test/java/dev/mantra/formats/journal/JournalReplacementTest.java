package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalReplacementTest {

  private static final SessionHeader HEADER = SampleSession.header(1);
  private static final List<Event> OLD = SampleSession.mixture(1, 20_000);
  private static final List<Event> NEW = SampleSession.mixture(2, 30_000);

  @TempDir Path temp;
  private Store store = new Store(Path.of("/"));
  private Session session = new Session(HEADER.id(), Path.of("/"));

  @BeforeEach
  void recordASession() throws IOException {
    store = new Store(temp.resolve("sessions"));
    session = store.create(HEADER.id());
    try (var journal = JournalWriter.create(session.journal(), HEADER)) {
      journal.append(OLD);
    }
    store.finish(session);
    session.annotate(new Annotations.Entry.Tag("kept"));
  }

  @Test
  void theNewJournalIsThereOnceItIsCommittedAndNotBefore() throws IOException {
    try (var replacement = JournalReplacement.begin(session, HEADER)) {
      append(replacement);
      assertEquals(OLD, events(session));
      replacement.commit();
      assertEquals(NEW, events(session));
    }
    assertEquals(NEW, events(session));
    assertEquals(SessionState.FINISHED, session.summary().state());
    assertEquals(java.util.Set.of("kept"), session.annotations().tags());
    assertNothingIsLeft();
  }

  @Test
  void whoReadsTheOldJournalReadsItToItsEnd() throws IOException {
    var read = new ArrayList<Event>();
    try (var reader = session.read()) {
      read.add(reader.next().orElseThrow());
      try (var replacement = JournalReplacement.begin(session, HEADER)) {
        append(replacement);
        replacement.commit();
      }
      reader.events().forEachRemaining(read::add);
      assertEquals(List.of(), reader.damage());
    }
    assertEquals(OLD, read);
  }

  @Test
  void withoutACommitTheOldOneStays() throws IOException {
    try (var replacement = JournalReplacement.begin(session, HEADER)) {
      append(replacement);
    }
    assertEquals(OLD, events(session));
    assertNothingIsLeft();
  }

  @Test
  void whatAKilledProcessLeftIsNoHindrance() throws IOException {
    Files.createDirectory(session.folder().resolve("journal.new"));
    Files.writeString(session.folder().resolve("journal.new/19700101-00LX.cq4"), "half");
    Files.writeString(session.folder().resolve("lock"), "4194304 1\n");
    try (var replacement = JournalReplacement.begin(session, HEADER)) {
      append(replacement);
      replacement.commit();
    }
    assertEquals(NEW, events(session));
    assertNothingIsLeft();
  }

  @Test
  void aSessionThatIsBeingRecordedIsLeftAlone() throws IOException {
    session.lock();
    var problem =
        assertThrows(IOException.class, () -> JournalReplacement.begin(session, HEADER).close());
    assertTrue(String.valueOf(problem.getMessage()).contains("is being recorded"));
    assertTrue(session.isBeingRecorded());
    assertEquals(OLD, events(session));
  }

  private static void append(JournalReplacement replacement) throws IOException {
    for (var event : NEW) {
      replacement.append(event);
    }
  }

  private static List<Event> events(Session session) throws IOException {
    var events = new ArrayList<Event>();
    try (var reader = session.read()) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        events.add(next.get());
      }
    }
    return events;
  }

  private void assertNothingIsLeft() throws IOException {
    assertFalse(Files.exists(session.folder().resolve("journal.new")));
    assertFalse(session.isBeingRecorded());
    var totals = Totals.NONE;
    for (var event : events(session)) {
      totals = totals.plus(event);
    }
    assertEquals(totals, session.count());
  }
}
