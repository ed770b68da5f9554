package dev.mantra.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionState;
import dev.mantra.formats.journal.Store;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at any moment costs nothing that was recorded. */
class KillTest {

  /** With {@code -Dmantra.sweep=20} it is a thousand times. */
  private static final int TIMES = 50 * Integer.getInteger("mantra.sweep", 1);

  /** Every so often the kill comes while the program is still starting. */
  private static final int EARLY = 10;

  private static final long PATIENCE_NANOS = 10_000_000_000L;

  @TempDir Path temp;

  private int interrupted;
  private long slowest;

  @Test
  void whatWasRecordedIsReadAtOnceAndTheSessionIsInterrupted()
      throws IOException, InterruptedException {
    var store = new Store(temp.resolve("sessions"));
    long recorded = 0;
    for (int time = 0; time < TIMES; time++) {
      var random = new Random(time);
      long said = killed(store, time, random);
      for (var session : store.sessions()) {
        check(session, said, "kill " + time);
        store.delete(session);
      }
      recorded += said;
    }
    assertTrue(interrupted >= TIMES * (EARLY - 1) / EARLY, interrupted + " interrupted");
    assertTrue(recorded > TIMES, "hardly anything was recorded");
    System.out.println(
        TIMES + " kills, " + recorded + " events, slowest read " + slowest / 1_000_000 + " ms");
  }

  /** The last event that the program said was recorded before it was killed. */
  private static long killed(Store store, int time, Random random)
      throws IOException, InterruptedException {
    var program =
        SampleRecording.java(KilledProgram.class, store.folder().toString(), Integer.toString(time))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = program.getInputStream()) {
      if (time % EARLY == 0) {
        program.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS);
        kill(program);
        program.waitFor();
        return lastIn(out, 0);
      }
      long first = new DataInputStream(out).readLong();
      var last = CompletableFuture.supplyAsync(() -> lastIn(out, first));
      program.waitFor(random.nextInt(120), TimeUnit.MILLISECONDS);
      kill(program);
      program.waitFor();
      return last.join();
    }
  }

  /** Kills it without closing the pipe, in which its last words may still be. */
  private static void kill(Process program) {
    program.toHandle().destroyForcibly();
  }

  private static long lastIn(InputStream out, long first) {
    long last = first;
    try {
      var in = new DataInputStream(out);
      while (true) {
        last = in.readLong();
      }
    } catch (EOFException e) {
      return last;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void check(Session session, long said, String which) throws IOException {
    if (said == 0 && !isBegun(session)) {
      return;
    }
    long begin = System.nanoTime();
    assertEquals(SessionState.INTERRUPTED, session.summary().state(), which);
    var reading = SampleRecording.read(session);
    long taken = System.nanoTime() - begin;
    slowest = Math.max(slowest, taken);
    assertTrue(taken < PATIENCE_NANOS, which);
    interrupted++;
    long at = 0;
    var bytes = new ByteArrayOutputStream();
    for (var event : reading.events()) {
      var output = (Event.Output) event;
      if (output.at() != at) {
        checkWhole(at, bytes, which);
        assertEquals(at + 1, output.at(), which);
        at = output.at();
        bytes.reset();
      }
      output.bytes().writeTo(bytes);
    }
    if (at <= said) {
      checkWhole(at, bytes, which);
    }
    assertTrue(at >= said, which + ": " + at + " were read, and " + said + " recorded");
  }

  private static void checkWhole(long at, ByteArrayOutputStream bytes, String which) {
    if (at > 0) {
      var expected = SampleRecording.output(at, KilledProgram.length(at)).bytes();
      assertEquals(expected, Bytes.wrap(bytes.toByteArray()), which);
    }
  }

  private static boolean isBegun(Session session) throws IOException {
    try (var files = Files.newDirectoryStream(session.journal(), "*.cq4")) {
      return files.iterator().hasNext();
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
