package dev.mantra.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Usage;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private static final OptionalInt STATUS = OptionalInt.of(3);

  private static final Entry SAID =
      new Entry(
          "claude",
          "c1",
          "e1",
          Entry.Change.ADDED,
          Optional.empty(),
          Entry.Kind.USER,
          Entry.Source.TRANSCRIPT,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Usage.NONE,
          List.of(new Block.Text("hello")),
          0,
          Optional.empty());

  private final SessionClock clock = SessionClock.start();
  private final Notices notices = new Notices();

  /** Writes down what it was asked for, and fails or waits on demand. */
  private static class Notebook implements Sink {
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final List<Event> events = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void open() throws IOException {
      calls.add("open");
    }

    @Override
    public void write(Event event) throws IOException {
      events.add(event);
    }

    @Override
    public void force() throws IOException {}

    @Override
    public void close() throws IOException {
      calls.add("close");
    }

    @Override
    public void discard() throws IOException {
      calls.add("discard");
    }
  }

  @Test
  void everythingPutInIsWrittenAndThenTheEnd() throws InterruptedException {
    var sink = new Notebook();
    var recording = recording(sink);
    // Before it is started, too.
    recording.output(1, Bytes.utf8("a"));
    recording.start();
    recording.start();
    recording.input(2, Bytes.utf8("b"));
    recording.hiddenInput(3, 4);
    recording.resize(new WindowSize(80, 24));
    recording.marker("here");
    recording.message(SAID);
    recording.finish(EndReason.EXITED, STATUS);
    assertEquals(List.of("open", "close"), sink.calls);
    assertEquals(
        List.of("Output", "Input", "HiddenInput", "Resize", "Marker", "Message", "End"),
        kinds(sink));
    assertEquals(STATUS, assertInstanceOf(Event.End.class, sink.events.getLast()).status());
    assertEquals(Optional.empty(), notices.line());
  }

  @Test
  void whilePausedNothingTypedOrShownIsRecorded() {
    var sink = new Notebook();
    var recording = started(sink);
    recording.togglePause();
    recording.output(1, Bytes.utf8("a"));
    recording.input(2, Bytes.utf8("b"));
    recording.hiddenInput(3, 4);
    recording.marker("kept");
    recording.togglePause();
    recording.output(clock.now(), Bytes.utf8("c"));
    recording.finish(EndReason.EXITED, STATUS);
    assertEquals(List.of("Paused", "Marker", "Resumed", "Output", "End"), kinds(sink));
  }

  @Test
  void aDiscardedRecordingIsNotClosedButDiscarded() {
    var sink = new Notebook();
    started(sink).discard();
    assertEquals(List.of("open", "discard"), sink.calls);
    recording(sink).discard();
    assertEquals(2, sink.calls.size(), "one that was never started has nothing to discard");
  }

  @Test
  void oneSinksTroubleIsNotTheOthers() throws InterruptedException {
    var well = new Notebook();
    for (Supplier<Throwable> trouble :
        List.<Supplier<Throwable>>of(
            () -> new IOException("no space"),
            () -> new IllegalStateException("confused"),
            () -> new OutOfMemoryError("no memory"),
            () -> new InternalError("a fault"),
            () -> new AssertionError("impossible"))) {
      var told = new Notices();
      var ill =
          new Notebook() {
            @Override
            public void open() throws IOException {
              fail(trouble.get());
            }

            @Override
            public void write(Event event) throws IOException {
              fail(trouble.get());
            }

            @Override
            public void close() throws IOException {
              fail(trouble.get());
            }
          };
      var recording = new Recording(clock, List.of(ill, well), told);
      recording.start();
      assertFalse(recording.awaitOpen());
      recording.output(1, Bytes.utf8("a"));
      recording.finish(EndReason.EXITED, STATUS);
      assertEquals(Optional.ofNullable(trouble.get().getMessage()), told.line());
    }
    assertEquals(10, well.events.size());
  }

  @Test
  void aSinkThatHangsHoldsUpNeitherTheProgramNorItsEnd() throws InterruptedException {
    var release = new CountDownLatch(1);
    var stuck = new CountDownLatch(1);
    var sink =
        new Notebook() {
          @Override
          public void write(Event event) {
            stuck.countDown();
            awaitUnchecked(release);
          }

          @Override
          public Duration patience() {
            return Duration.ofMillis(50);
          }
        };
    var recording = started(sink);
    recording.output(1, Bytes.utf8("a"));
    stuck.await();
    long begin = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      recording.output(2, Bytes.wrap(new byte[1 << 20]));
    }
    recording.finish(EndReason.EXITED, STATUS);
    assertTrue(System.nanoTime() - begin < 60_000_000_000L);
    assertEquals(
        Optional.of("the end of this session could not be written: the disk does not answer"),
        notices.line());
    release.countDown();
  }

  @Test
  void aSinkIsWaitedForAsLongAsItSays() throws InterruptedException {
    var release = new CountDownLatch(1);
    var slow =
        new Notebook() {
          @Override
          public void open() {
            awaitUnchecked(release);
          }

          @Override
          public Duration patience() {
            return Sink.SLOW_DISK.multipliedBy(100);
          }
        };
    var recording = new Recording(clock, List.of(slow, new Notebook()), notices);
    recording.start();
    recording.output(1, Bytes.utf8("a"));
    var end = Thread.ofPlatform().start(() -> recording.finish(EndReason.EXITED, STATUS));
    assertFalse(end.join(Sink.SLOW_DISK.plusMillis(500)), "the end was not waited for");
    release.countDown();
    end.join();
    assertEquals(Optional.empty(), notices.line());
    assertEquals(List.of("Output", "End"), kinds(slow));
  }

  @Test
  void whatIsWrittenIsForcedSoonAndNotAfterTheEnd() throws InterruptedException {
    var forced = new CountDownLatch(1);
    var late = new ArrayList<String>();
    var sink =
        new Notebook() {
          @Override
          public void force() {
            if (calls.contains("close")) {
              late.add("forced");
            }
            forced.countDown();
          }
        };
    var recording = started(sink);
    recording.output(1, Bytes.utf8("a"));
    forced.await();
    recording.finish(EndReason.EXITED, STATUS);
    assertEquals(List.of(), late);
  }

  @Test
  void noticesAreToldOnceEachAndNotWithoutEnd() {
    var ran = new ArrayList<String>();
    notices.onFirst(() -> ran.add("first"));
    for (var notice : List.of("one", "two", "one", "three", "four", "one")) {
      notices.add(notice);
    }
    assertEquals(Optional.of("one; two; three"), notices.line());
    notices.onFirst(() -> ran.add("late"));
    assertEquals(List.of("first", "late"), ran);
  }

  private Recording recording(Sink sink) {
    return new Recording(clock, List.of(sink), notices);
  }

  private Recording started(Sink sink) {
    var recording = recording(sink);
    recording.start();
    return recording;
  }

  private static List<String> kinds(Notebook sink) {
    return sink.events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private static void fail(Throwable trouble) throws IOException {
    switch (trouble) {
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new AssertionError(trouble);
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
