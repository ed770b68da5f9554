package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A store of a thousand sessions, and a session of millions of events. */
class ManySessionsTest {

  private static final int SESSIONS = 1000;

  @TempDir Path temp;

  @Test
  void aThousandSessionsAreListed() throws IOException {
    var store = filled();
    assertEquals(SESSIONS, store.sessions().size());
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long begin = System.nanoTime();
      for (var session : store.sessions()) {
        assertEquals(SessionState.FINISHED, session.summary().state());
      }
      best = Math.min(best, System.nanoTime() - begin);
    }
    long millis = best / 1_000_000;
    System.out.println(SESSIONS + " sessions listed in " + millis + " ms");
    assertTrue(millis < 5000, () -> "listing them took " + millis + " ms");
  }

  @Test
  void aSummaryReadsLittleOfALargeSession() throws IOException {
    var bytes = SampleSession.randomBytes(new Random(1), 60_000);
    var events = new ArrayList<Event>();
    for (int i = 0; i < 500; i++) {
      events.add(new Event.Output(i, bytes));
    }
    events.add(SampleSession.end(500, events));
    SampleSession.write(temp.resolve("journal"), SampleSession.header(1), events);
    try (var reader =
        JournalReader.open(
            temp.resolve("journal"),
            JournalReader.Mode.WHOLE,
            SampleSession.FALLBACK,
            SessionView.ORIGINAL)) {
      assertEquals(SampleSession.header(1), reader.header());
      assertTrue(reader.lastFrame().isPresent());
      assertTrue(reader.bytesRead() < 512 * 1024, () -> reader.bytesRead() + " bytes were read");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "mantra.sweep", matches = "[0-9]{2,}")
  void millionsOfEventsAreWrittenAndReadInLittleMemory() throws IOException {
    int many = 3_000_000;
    var folder = temp.resolve("journal");
    var key = Bytes.utf8("k");
    try (var journal = JournalWriter.create(folder, SampleSession.header(1))) {
      for (int i = 0; i < many; i++) {
        journal.append(new Event.Input(i, key));
      }
      journal.append(SampleSession.end(many, List.of()));
    }
    try (var reader =
        JournalReader.open(
            folder, JournalReader.Mode.WHOLE, SampleSession.FALLBACK, SessionView.ORIGINAL)) {
      for (int i = 0; i < many; i++) {
        assertEquals(i, reader.next().orElseThrow().at());
      }
      assertTrue(reader.next().isPresent() && reader.hasEnded());
      assertEquals(List.of(), reader.damage());
    }
  }

  private Store filled() throws IOException {
    var store = new Store(temp.resolve("sessions"));
    var pattern = SampleSession.write(temp.resolve("pattern"), 1, 20_000);
    for (int i = 0; i < SESSIONS; i++) {
      var start = Instant.ofEpochSecond(1_790_000_000L + i);
      var session = store.create(SessionId.of(start, "bash", i));
      Files.createDirectory(session.journal());
      Files.copy(pattern.file(), session.journal().resolve(QueueFile.NAME));
      store.finish(session);
    }
    return store;
  }
}
