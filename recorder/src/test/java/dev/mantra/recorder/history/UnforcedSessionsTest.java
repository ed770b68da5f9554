package dev.mantra.recorder.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnforcedSessionsTest {

  private static final int MANY = 40;
  private static final long LARGE = 4 << 20;

  @TempDir Path temp;

  @Test
  void theDiskIsPutToWorkBeforeAnybodyWaitsForIt() throws Exception {
    var asked = new CountDownLatch(1);
    var unforced =
        unforced(
            _ -> {
              asked.countDown();
              return true;
            });
    add(unforced, MANY);
    assertTrue(asked.await(1, TimeUnit.MINUTES), "nobody asked the disk");
  }

  @Test
  void whatWasWrittenWhileTheDiskWasAtWorkIsWaitedForAsWell() throws Exception {
    var times = new AtomicInteger();
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var unforced =
        unforced(
            _ -> {
              begun.countDown();
              await(goOn);
              times.incrementAndGet();
              return true;
            });
    add(unforced, MANY);
    await(begun);
    add(unforced, MANY);
    goOn.countDown();
    unforced.force();
    assertEquals(2, times.get());
  }

  @Test
  void whatTheDiskCouldNotWriteEarlyIsToldToWhoWaits() {
    var broken = new IOException("the disk is broken");
    var times = new AtomicInteger();
    var unforced =
        unforced(
            _ -> {
              if (times.getAndIncrement() == 0) {
                throw broken;
              }
              return true;
            });
    add(unforced, MANY);
    assertSame(broken, assertThrows(IOException.class, unforced::force));
  }

  @Test
  void forAFewLargeOnesTheWholeDiskIsLeftAlone() throws IOException {
    var times = new AtomicInteger();
    var unforced =
        unforced(
            _ -> {
              times.incrementAndGet();
              return true;
            });
    for (int i = 0; i < 3; i++) {
      unforced.add(
          new Store(temp).session(new SessionId("20261121T080000Z-claude-bcdfgh")), 1L << 40);
    }
    unforced.force();
    assertEquals(0, times.get());
  }

  private UnforcedSessions unforced(WholeDisk disk) {
    return new UnforcedSessions(new Store(temp), disk);
  }

  private void add(UnforcedSessions unforced, int count) {
    var session = new Store(temp).session(new SessionId("20261121T080000Z-claude-bcdfgh"));
    for (int i = 0; i < count; i++) {
      unforced.add(session, LARGE);
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      assertTrue(latch.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
