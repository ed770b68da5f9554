package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal of 64 KB cut at every byte, and with a flipped bit in every byte. */
class DamageSweepTest {

  /** With {@code -Dmantra.sweep=N} the random sweeps are N times as long. */
  private static final int SCALE = Integer.getInteger("mantra.sweep", 1);

  @TempDir Path temp;

  @Test
  void cutAtAnyByteAJournalGivesEverythingBefore() throws IOException {
    try (var patient = PatientSession.admit(temp, 1)) {
      int whole = patient.frames.size();
      for (int length = patient.end() - 1; length >= 0; length--) {
        patient.cutAt(length);
        while (whole > 0 && patient.frames.get(whole - 1).end() > length) {
          whole--;
        }
        var reading = patient.read();
        int events = Math.max(0, whole - 1);
        assertEquals(patient.session.events().subList(0, events), reading.events());
        // What is cut between two frames looks as if it had never gone on.
        if (whole < patient.frames.size() && patient.frames.get(whole).position() < length) {
          assertEquals(1, reading.damage().size(), "cut at " + length);
        }
      }
    }
  }

  @Test
  void aBitFlippedInAnyByteCostsItsFrameAlone() throws IOException {
    try (var patient = PatientSession.admit(temp, 2)) {
      assertTrue(patient.end() - patient.begin() >= 60_000, "the sample is too small");
      var random = new Random(2);
      for (int at = 0; at < patient.end(); at++) {
        patient.flip(at, random.nextInt(8));
        int hit = patient.frameHolding(at);
        patient.readAllBut(hit < 0 ? List.of() : List.of(hit));
        patient.heal(at);
      }
    }
  }

  @Test
  void manyFlippedBitsCostNoOtherFrames() throws IOException {
    try (var patient = PatientSession.admit(temp, 3)) {
      for (int round = 0; round < 2000 * SCALE; round++) {
        long seed = round;
        var random = new Random(seed);
        var flips = new TreeMap<Integer, Integer>();
        for (int i = 1 + random.nextInt(64); i > 0; i--) {
          flips.put(random.nextInt(patient.end()), random.nextInt(8));
        }
        var hit = new ArrayList<Integer>();
        for (var flip : flips.entrySet()) {
          patient.flip(flip.getKey(), flip.getValue());
          int frame = patient.frameHolding(flip.getKey());
          if (frame >= 0 && !hit.contains(frame)) {
            hit.add(frame);
          }
        }
        try {
          patient.readAllBut(hit);
        } catch (AssertionError e) {
          throw new AssertionError("seed " + seed + " flips " + flips, e);
        }
        for (int at : flips.keySet()) {
          patient.heal(at);
        }
      }
    }
  }

  @Test
  void pagesOfZerosOrNonsenseCostNoOtherFrames() throws IOException {
    try (var patient = PatientSession.admit(temp, 4)) {
      for (int from = 0; from < patient.end(); from += 512) {
        var random = new Random(from);
        int to = Math.min(patient.end(), from + 4096);
        // Zeros up to the end look as if nothing had been written there.
        boolean zeros = random.nextBoolean() && to < patient.end();
        var hit = new ArrayList<Integer>();
        for (int at = from; at < to; at++) {
          byte value = zeros ? 0 : (byte) random.nextInt();
          patient.put(at, value);
          int frame = patient.frameHolding(at);
          if (frame >= 0 && value != patient.content[at] && !hit.contains(frame)) {
            hit.add(frame);
          }
        }
        patient.readAllBut(hit);
        for (int at = from; at < to; at++) {
          patient.heal(at);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void anEventOfSeveralFramesIsReadWholeOrReported(int broken) throws IOException {
    var random = new Random(5);
    var large = new Event.Unknown(2, 99, SampleSession.randomBytes(random, 200_000));
    var events =
        List.<Event>of(
            new Event.Paused(1), large, new Event.Resumed(3), large.withAt(4), new Event.Paused(5));
    var session = SampleSession.write(temp.resolve("journal"), SampleSession.header(1), events);
    try (var patient = PatientSession.of(session)) {
      var part = patient.frames.get(2 + broken);
      assertEquals(99, part.code());
      for (long at = part.position(); at < part.end(); at += 997) {
        patient.flip((int) at, random.nextInt(8));
        var reading = patient.read();
        var rest = new ArrayList<>(events);
        rest.remove(large);
        assertEquals(rest, reading.events());
        assertTrue(PatientSession.isReported(part, reading.damage()));
        patient.heal((int) at);
      }
    }
  }
}
