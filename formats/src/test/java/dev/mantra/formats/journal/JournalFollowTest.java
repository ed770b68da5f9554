package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is read while it is being written. */
class JournalFollowTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path temp;

  @Test
  void eachEventIsThereAsSoonAsItIsWritten() throws IOException {
    var folder = temp.resolve("journal");
    var events = SampleSession.mixture(21, 100_000);
    try (var journal = JournalWriter.create(folder, SampleSession.header(21));
        var reader = follow(folder)) {
      assertEquals(SampleSession.header(21), reader.header());
      for (var event : events) {
        assertEquals(Optional.empty(), reader.next());
        journal.append(event);
        assertEquals(Optional.of(event), reader.next());
      }
      assertTrue(reader.hasEnded());
      assertEquals(List.of(), reader.damage());
    }
  }

  @Test
  void aReaderThatCatchesUpMissesNothing()
      throws IOException, InterruptedException, ExecutionException {
    var folder = temp.resolve("journal");
    var random = new Random(22);
    var events = new ArrayList<Event>();
    for (int i = 0; i < 2000; i++) {
      // Large ones among the small ones; those of several frames come out as one.
      int length = random.nextInt(20) == 0 ? random.nextInt(300_000) : random.nextInt(300);
      events.add(new Event.Unknown(i, 99, SampleSession.randomBytes(random, length)));
    }
    events.add(SampleSession.end(2000, List.of()));
    try (var journal = JournalWriter.create(folder, SampleSession.header(22))) {
      var reading = CompletableFuture.supplyAsync(() -> readToTheEnd(folder));
      for (var event : events) {
        journal.append(event);
      }
      assertEquals(events, reading.get());
    }
  }

  @Test
  void theCutAtTheEndDoesNotDisturbAReader() throws IOException {
    var folder = temp.resolve("journal");
    var events = SampleSession.mixture(23, 20_000);
    try (var reader = writtenWhileFollowed(folder, events)) {
      var read = new ArrayList<Event>();
      for (var event = reader.next(); event.isPresent(); event = reader.next()) {
        read.add(event.get());
      }
      assertEquals(events, read);
      assertTrue(reader.hasEnded());
    }
  }

  @Test
  void theHeaderMayComeLaterThanTheReader() throws IOException {
    var folder = temp.resolve("journal");
    var early = new ArrayList<JournalReader>();
    var header = SampleSession.header(24);
    try (var journal =
        JournalWriter.create(
            folder,
            () -> {
              early.add(followUnchecked(folder));
              return header;
            })) {
      try (var reader = early.getFirst()) {
        assertEquals(SampleSession.FALLBACK, reader.header());
        assertEquals(Optional.empty(), reader.next());
        assertEquals(header, reader.header());
        journal.append(new Event.Paused(1));
        assertEquals(Optional.of(new Event.Paused(1)), reader.next());
      }
    }
  }

  @Test
  void aHalfWrittenEventIsNotThereYet() throws IOException {
    var folder = temp.resolve("journal");
    var events = List.<Event>of(new Event.Paused(1), new Event.Resumed(2));
    var session = SampleSession.write(folder, SampleSession.header(25), events);
    try (var patient = PatientSession.of(session)) {
      // Not complete, as Chronicle marks a document while it writes it.
      int top = (int) patient.frames.getLast().position() - 1;
      patient.put(top, (byte) 0x80);
      try (var reader = follow(folder)) {
        assertEquals(Optional.of(events.getFirst()), reader.next());
        assertEquals(Optional.empty(), reader.next());
        patient.heal(top);
        assertEquals(Optional.of(events.getLast()), reader.next());
        assertFalse(reader.hasEnded());
      }
    }
  }

  @Test
  void damageIsReportedAndPassedOverWhileFollowing() throws IOException {
    var session = SampleSession.write(temp.resolve("journal"), 26, 20_000);
    try (var patient = PatientSession.of(session)) {
      var hit = patient.frames.get(10);
      patient.flip((int) hit.position() + 20, 3);
      try (var reader = follow(session.folder())) {
        var read = new ArrayList<Event>();
        for (var event = reader.next(); event.isPresent(); event = reader.next()) {
          read.add(event.get());
        }
        var expected = new ArrayList<>(session.events());
        expected.remove(9);
        assertEquals(expected, read);
        assertTrue(PatientSession.isReported(hit, reader.damage()));
      }
    }
  }

  private static JournalReader writtenWhileFollowed(Path folder, List<Event> events)
      throws IOException {
    try (var journal = JournalWriter.create(folder, SampleSession.header(1))) {
      var reader = follow(folder);
      for (var event : events) {
        journal.append(event);
      }
      return reader;
    }
  }

  private static List<Event> readToTheEnd(Path folder) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var events = new ArrayList<Event>();
    try (var reader = follow(folder)) {
      while (!reader.hasEnded() && System.nanoTime() < deadline) {
        reader.next().ifPresentOrElse(events::add, Thread::onSpinWait);
      }
      assertEquals(List.of(), reader.damage());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return events;
  }

  private static JournalReader followUnchecked(Path folder) {
    try {
      return follow(folder);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JournalReader follow(Path folder) throws IOException {
    return JournalReader.open(
        folder, JournalReader.Mode.FOLLOW, SampleSession.FALLBACK, SessionView.ORIGINAL);
  }
}
