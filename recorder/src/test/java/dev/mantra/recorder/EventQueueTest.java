package dev.mantra.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EventQueueTest {

  private static final int MEGABYTE = 1 << 20;

  @Test
  void anEmptyListSaysThatNoMoreWillCome() throws InterruptedException {
    var queue = new EventQueue();
    queue.add(new Event.Paused(1));
    queue.addLast(end(2));
    queue.add(new Event.Paused(3));
    assertEquals(List.of(new Event.Paused(1), end(2)), List.copyOf(queue.take()));
    assertEquals(List.of(), queue.take());
    assertEquals(List.of(), queue.take());
  }

  @Test
  void manyProducersLoseNothingAndKeepTheirOwnOrder() throws InterruptedException {
    var queue = new EventQueue();
    int each = 5000;
    var threads = new ArrayList<Thread>();
    for (int producer = 0; producer < 4; producer++) {
      var name = "p" + producer;
      threads.add(Thread.ofPlatform().unstarted(() -> produce(queue, name, each)));
    }
    threads.forEach(Thread::start);
    var closing = Thread.ofPlatform().start(() -> closeAfter(queue, threads));
    var next = new HashMap<String, Integer>();
    long latest = 0;
    for (var event : drain(queue)) {
      assertTrue(event.at() >= latest);
      latest = event.at();
      var words = ((Event.Marker) event).label().split(" ", -1);
      assertEquals(next.getOrDefault(words[0], 0), Integer.parseInt(words[1]));
      next.merge(words[0], 1, Integer::sum);
    }
    closing.join();
    assertEquals(4, next.size());
    next.values().forEach(count -> assertEquals(each, count));
  }

  @Test
  void aWriterThatIsOnlySlowCostsNothing() throws InterruptedException {
    var queue = new EventQueue();
    int many = 64;
    var producer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < many; i++) {
                    queue.add(output(i, MEGABYTE));
                  }
                  queue.close();
                });
    var taken = drain(queue);
    producer.join();
    assertEquals(many, taken.size());
    taken.forEach(event -> assertEquals(MEGABYTE, event.terminalBytes()));
  }

  @Test
  void aWriterThatStandsStillCostsAGapOfExactlyWhatIsMissing() throws InterruptedException {
    var queue = new EventQueue();
    long begin = System.nanoTime();
    long put = 0;
    for (int i = 1; i <= 40; i++) {
      queue.add(output(i, MEGABYTE));
      put += MEGABYTE;
    }
    queue.add(new Event.Resize(41, new WindowSize(80, 24)));
    queue.add(new Event.HiddenInput(42, 7));
    put += 7;
    // The first one waits a while for the writer, and the others do not wait again.
    assertTrue(System.nanoTime() - begin < 20_000_000_000L);
    var kept = List.copyOf(queue.take());
    long got = kept.stream().mapToLong(Event::terminalBytes).sum();
    assertTrue(got <= 10 * MEGABYTE, "the queue is not bounded");
    queue.add(new Event.Marker(50, "again"));
    queue.close();
    var rest = drain(queue);
    long lastKept = kept.getLast().at();
    assertEquals(
        List.of(
            new Event.Gap(50, lastKept, put - got, "the disk did not keep up"),
            new Event.Marker(50, "again")),
        rest);
  }

  @Test
  void whatIsLostWithoutBytesIsAGapAllTheSame() throws InterruptedException {
    var queue = new EventQueue();
    queue.add(output(1, 9 * MEGABYTE));
    queue.add(new Event.Resize(2, new WindowSize(80, 24)));
    queue.addLast(end(3));
    assertEquals(
        List.of(
            output(1, 9 * MEGABYTE), new Event.Gap(3, 1, 0, "the disk did not keep up"), end(3)),
        List.copyOf(queue.take()));
  }

  @Test
  void theEndIsTakenAtOnceWhateverHasPiledUp() throws InterruptedException {
    var queue = new EventQueue();
    queue.add(output(1, 9 * MEGABYTE));
    queue.addLast(end(2));
    assertEquals(List.of(output(1, 9 * MEGABYTE), end(2)), List.copyOf(queue.take()));
  }

  @Test
  void whatCanWaitWaitsUntilThereIsRoomForTheTerminalAsWell() throws InterruptedException {
    var queue = new EventQueue();
    queue.add(output(1, 3 * MEGABYTE));
    var patient =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    queue.addPatiently(new Event.Marker(2, "patient"));
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                });
    while (patient.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    queue.add(output(3, MEGABYTE));
    assertEquals(List.of(output(1, 3 * MEGABYTE), output(3, MEGABYTE)), List.copyOf(queue.take()));
    patient.join(20_000);
    assertEquals(List.of(new Event.Marker(3, "patient")), List.copyOf(queue.take()));
  }

  @Test
  void whatCanWaitDoesNotWaitForAQueueThatIsClosed() throws InterruptedException {
    var queue = new EventQueue();
    queue.add(output(1, 9 * MEGABYTE));
    queue.close();
    queue.addPatiently(new Event.Marker(2, "late"));
    assertEquals(List.of(output(1, 9 * MEGABYTE)), List.copyOf(queue.take()));
  }

  @Test
  void closingWakesWhoWaits() throws InterruptedException {
    var queue = new EventQueue();
    var waiting = new CountDownLatch(1);
    var taker =
        Thread.ofPlatform()
            .start(
                () -> {
                  waiting.countDown();
                  takeUnchecked(queue);
                });
    waiting.await();
    queue.close();
    taker.join(20_000);
    assertFalse(taker.isAlive());
  }

  private static void produce(EventQueue queue, String name, int many) {
    for (int i = 0; i < many; i++) {
      queue.add(new Event.Marker(System.nanoTime(), name + " " + i));
    }
  }

  private static void closeAfter(EventQueue queue, List<Thread> producers) {
    try {
      for (var producer : producers) {
        producer.join();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    queue.close();
  }

  private static void takeUnchecked(EventQueue queue) {
    try {
      queue.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Event> drain(EventQueue queue) throws InterruptedException {
    var all = new ArrayList<Event>();
    for (var taken = queue.take(); !taken.isEmpty(); taken = queue.take()) {
      all.addAll(taken);
    }
    return all;
  }

  private static Event.Output output(long at, int length) {
    return new Event.Output(at, Bytes.wrap(new byte[length]));
  }

  private static Event.End end(long at) {
    return new Event.End(at, EndReason.EXITED, OptionalInt.of(0), Totals.NONE);
  }
}
