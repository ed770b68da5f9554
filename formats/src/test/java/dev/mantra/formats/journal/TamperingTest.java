package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole frames taken out, doubled, moved and brought in from elsewhere. */
class TamperingTest {

  private static final int ROUNDS = 100;

  @TempDir Path temp;

  @Test
  void swappedFramesAreReadInTheirOrderAndReported() throws IOException {
    try (var patient = PatientSession.admit(temp, 11)) {
      for (int round = 0; round < ROUNDS; round++) {
        var random = new Random(round);
        int one = random.nextInt(patient.frames.size());
        int other = random.nextInt(patient.frames.size());
        tampered(patient, documents -> Collections.swap(documents, one, other));
        var reading = patient.read();
        assertEquals(patient.session.header(), reading.header());
        assertEquals(patient.session.events(), reading.events(), one + " with " + other);
        assertEquals(one == other, reading.damage().isEmpty());
      }
    }
  }

  @Test
  void framesThatStandBothTooEarlyAndTooLateAreAllRead() throws IOException {
    try (var patient = PatientSession.admit(temp, 14)) {
      for (int one = 1; one + 2 < patient.frames.size(); one++) {
        int first = one;
        tampered(patient, documents -> Collections.swap(documents, first, first + 2));
        assertEquals(patient.session.events(), patient.read().events(), "from frame " + one);
      }
    }
  }

  @Test
  void neighboursThatChangedPlacesAreNamed() throws IOException {
    try (var patient = PatientSession.admit(temp, 12)) {
      tampered(patient, documents -> Collections.swap(documents, 20, 21));
      var reading = patient.read();
      assertEquals(patient.session.events(), reading.events());
      assertEquals(1, reading.damage().size());
      assertEquals("frame 21 stands too early", reading.damage().getFirst().reason());
    }
  }

  @Test
  void aDoubledFrameIsReadOnceAndNamed() throws IOException {
    try (var patient = PatientSession.admit(temp, 13)) {
      int last = patient.frames.size() - 1;
      for (int round = 0; round < ROUNDS; round++) {
        var random = new Random(round);
        int one = random.nextInt(last);
        int behind = one + 1 + random.nextInt(last - one);
        tampered(patient, documents -> documents.add(behind, documents.get(one)));
        var reading = patient.read();
        assertEquals(patient.session.events(), reading.events());
        assertEquals(
            List.of("frame " + one + " stands here once more"),
            reading.damage().stream().map(Damage::reason).toList());
      }
    }
  }

  @Test
  void aFrameTakenOutIsMissedAndNamed() throws IOException {
    try (var patient = PatientSession.admit(temp, 14)) {
      for (int gone = 0; gone < patient.frames.size() - 1; gone++) {
        int index = gone;
        tampered(patient, documents -> documents.remove(index));
        patient.readAllButNamed(gone, "frame " + gone + " is damaged or missing");
      }
    }
  }

  @Test
  void aFrameOfAnotherSessionIsNeverTakenForOneOfThis() throws IOException {
    var other = SampleSession.write(temp.resolve("stranger"), 99, 64_000);
    try (var patient = PatientSession.admit(temp, 15);
        var stranger = PatientSession.of(other)) {
      int most = Math.min(patient.frames.size(), stranger.frames.size()) - 1;
      for (int round = 0; round < ROUNDS; round++) {
        var random = new Random(round);
        int place = 1 + random.nextInt(most - 1);
        int from = random.nextInt(most);
        var foreign = stranger.documents().get(from);
        tampered(patient, documents -> documents.add(place, foreign));
        var reading = patient.read();
        assertEquals(patient.session.events(), reading.events());
        assertEquals(
            List.of("a frame of another session before frame " + place),
            reading.damage().stream().map(Damage::reason).toList());
        // In place of ours, with the very sequence that is expected.
        tampered(patient, documents -> documents.set(place, stranger.documents().get(place)));
        patient.readAllButNamed(place, "frame " + place + " is damaged or missing");
      }
    }
  }

  @Test
  void aFrameExchangedForAForgedOneBreaksTheChain() throws IOException {
    try (var patient = PatientSession.admit(temp, 16)) {
      var frame = patient.frames.get(30);
      var forger = new FrameHeader();
      forger.mark(frame.session());
      var payload = Bytes.utf8("never written");
      var head =
          forger.seal(
              JournalFormat.OUTPUT, 0, frame.sequence(), frame.offset(), frame.previous(), payload);
      var document = new ByteArrayOutputStream();
      document.writeBytes(new byte[] {(byte) (head.length + payload.length()), 0, 0, 0});
      document.writeBytes(head);
      document.writeBytes(payload.toArray());
      document.writeBytes(new byte[3]);
      tampered(patient, documents -> documents.set(30, document.toByteArray()));
      var reasons = patient.read().damage().stream().map(Damage::reason).toList();
      assertEquals(
          List.of("frame 31 does not go on from the one before it: one was exchanged"), reasons);
    }
  }

  @Test
  void framesInAnyOrderAreReadInTheirOwn() throws IOException {
    try (var patient = PatientSession.admit(temp, 17)) {
      for (int round = 0; round < ROUNDS / 10; round++) {
        var random = new Random(round);
        // The end stays: what stands behind it is not the session's any more.
        tampered(
            patient,
            documents -> {
              var end = documents.removeLast();
              Collections.shuffle(documents, random);
              documents.add(end);
            });
        var reading = patient.read();
        var expected = new ArrayList<>(patient.session.events());
        assertTrue(expected.containsAll(reading.events()));
        assertTrue(isInOrder(reading));
      }
    }
  }

  private static boolean isInOrder(SampleSession.Reading reading) {
    long at = 0;
    for (var event : reading.events()) {
      if (event.at() < at) {
        return false;
      }
      at = event.at();
    }
    return true;
  }

  private static void tampered(PatientSession patient, Consumer<List<byte[]>> change)
      throws IOException {
    var documents = new ArrayList<>(patient.documents());
    change.accept(documents);
    patient.replaceDocuments(documents);
  }
}
