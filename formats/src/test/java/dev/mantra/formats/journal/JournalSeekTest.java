package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is read from anywhere on. */
class JournalSeekTest {

  @TempDir Path temp;

  private static JournalReader open(Path folder, JournalReader.Mode mode) throws IOException {
    return JournalReader.open(folder, mode, SampleSession.FALLBACK, SessionView.ORIGINAL);
  }

  private static List<Event> rest(JournalReader reader) throws IOException {
    var events = new ArrayList<Event>();
    for (var event = reader.next(); event.isPresent(); event = reader.next()) {
      events.add(event.get());
    }
    return events;
  }

  /** The places before each event, and behind the last one. */
  private static List<JournalPlace> places(JournalReader reader) throws IOException {
    var places = new ArrayList<JournalPlace>();
    do {
      places.add(reader.place().orElseThrow());
    } while (reader.next().isPresent());
    return places;
  }

  @Test
  void readingGoesOnFromEveryPlace() throws IOException {
    var session = SampleSession.write(temp.resolve("journal"), 31, 60_000);
    try (var reader = open(session.folder(), JournalReader.Mode.WHOLE)) {
      var places = places(reader);
      assertEquals(session.events().size() + 1, places.size());
      assertEquals(reader.lastPlace(), places.getLast());
      var random = new Random(31);
      for (int i = 0; i < 200; i++) {
        int from = random.nextInt(places.size());
        reader.seek(places.get(from));
        assertEquals(session.events().subList(from, session.events().size()), rest(reader));
        assertEquals(from < session.events().size(), reader.hasEnded());
        assertEquals(List.of(), reader.damage());
      }
      reader.seek(JournalPlace.START);
      assertEquals(session.events(), rest(reader));
      assertEquals(session.header(), reader.header());
    }
  }

  @Test
  void littleIsReadToGoOnFarBehind() throws IOException {
    var session = SampleSession.write(temp.resolve("journal"), 32, 3_000_000);
    JournalPlace last;
    try (var reader = open(session.folder(), JournalReader.Mode.WHOLE)) {
      var places = places(reader);
      last = places.get(places.size() - 3);
    }
    try (var reader = open(session.folder(), JournalReader.Mode.WHOLE)) {
      reader.seek(last);
      assertEquals(2, rest(reader).size());
      assertTrue(reader.bytesRead() < 300_000, () -> reader.bytesRead() + " bytes");
    }
  }

  @Test
  void damageBehindAPlaceIsReportedOnceMore() throws IOException {
    var session = SampleSession.write(temp.resolve("journal"), 33, 30_000);
    try (var patient = PatientSession.of(session)) {
      var hit = patient.frames.get(20);
      patient.flip((int) hit.position() + 20, 3);
      try (var reader = open(session.folder(), JournalReader.Mode.WHOLE)) {
        var places = places(reader);
        var damage = reader.damage();
        assertTrue(PatientSession.isReported(hit, damage));
        reader.seek(places.get(10));
        assertEquals(session.events().get(10), reader.next().orElseThrow());
        assertEquals(List.of(), reader.damage());
        rest(reader);
        assertEquals(damage, reader.damage());
        reader.seek(places.get(25));
        rest(reader);
        assertEquals(List.of(), reader.damage());
      }
    }
  }

  @Test
  void aPlaceOfAnotherJournalIsNoticed() throws IOException {
    var session = SampleSession.write(temp.resolve("journal"), 34, 20_000);
    try (var reader = open(session.folder(), JournalReader.Mode.WHOLE)) {
      var places = places(reader);
      var place = places.get(5);
      reader.seek(new JournalPlace(place.position(), place.sequence(), place.chain() + 1));
      assertEquals(Optional.of(session.events().get(5)), reader.next());
      assertNotEquals(List.of(), reader.damage());
      reader.seek(new JournalPlace(Long.MAX_VALUE / 2, 7, 7));
      assertEquals(List.of(), rest(reader));
    }
  }

  @Test
  void theLastPlaceMovesWithWhatIsWritten() throws IOException {
    var folder = temp.resolve("journal");
    try (var journal = JournalWriter.create(folder, SampleSession.header(35));
        var reader = open(folder, JournalReader.Mode.FOLLOW)) {
      var empty = reader.lastPlace();
      journal.append(new Event.Paused(1));
      assertEquals(Optional.of(new Event.Paused(1)), reader.next());
      var one = reader.place().orElseThrow();
      assertNotEquals(empty, one);
      journal.append(new Event.Resumed(2));
      assertEquals(Optional.of(new Event.Resumed(2)), reader.next());
      assertEquals(reader.lastPlace(), reader.place().orElseThrow());
      reader.seek(one);
      assertEquals(List.of(new Event.Resumed(2)), rest(reader));
    }
  }
}
