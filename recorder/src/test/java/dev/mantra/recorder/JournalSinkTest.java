package dev.mantra.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.journal.SessionState;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalSinkTest {

  private static final long SECOND = 1_000_000_000L;
  private static final SessionHeader HEADER = SampleRecording.header(1);

  @TempDir Path temp;

  private final Notices notices = new Notices();

  @Test
  void whatIsRecordedIsInTheStore() throws IOException {
    var store = new Store(temp.resolve("not/there/yet"));
    var sink = sink(store);
    sink.open();
    assertTrue(store.find("last").isBeingRecorded());
    sink.write(SampleRecording.output(1, 100));
    sink.force();
    sink.write(new Event.Marker(2, "here"));
    sink.write(end(3));
    sink.close();
    var session = store.find("last");
    assertFalse(session.isBeingRecorded());
    assertEquals(SessionState.FINISHED, session.summary().state());
    var totals = new Totals(100, 0, 2, 1, 0, 0);
    assertEquals(
        List.of(
            SampleRecording.output(1, 100),
            new Event.Marker(2, "here"),
            new Event.End(3, EndReason.EXITED, OptionalInt.of(0), totals)),
        SampleRecording.read(session).events());
    assertEquals(Optional.empty(), notices.line());
  }

  @Test
  void aDiscardedSessionLeavesNothing() throws IOException {
    var store = new Store(temp.resolve("sessions"));
    var sink = sink(store);
    sink.open();
    sink.write(SampleRecording.output(1, 100));
    sink.discard();
    assertEquals(List.of(), names(store));
    sink(store).discard();
    assertEquals(List.of(), names(store), "one that was never opened has nothing to discard");
  }

  @Test
  void aStoreThatIsAFileIsOneNoticeHoweverMuchIsWritten() throws IOException {
    var store = new Store(Files.createFile(temp.resolve("sessions")));
    var recording = new Recording(SessionClock.start(), List.of(sink(store)), notices);
    recording.start();
    for (int i = 0; i < 10; i++) {
      recording.output(i * SECOND, SampleRecording.output(i, 10).bytes());
    }
    recording.finish(EndReason.EXITED, OptionalInt.of(0));
    assertEquals(
        Optional.of(
            "this session could not be recorded: "
                + temp.resolve("sessions")
                + ": it is not a folder"),
        notices.line());
  }

  @Test
  void aStoreThatGetsWellIsRecordedToAfterAGap() throws IOException {
    var file = Files.createFile(temp.resolve("sessions"));
    var store = new Store(file);
    var sink = sink(store);
    assertThrows(IOException.class, sink::open);
    sink.write(SampleRecording.output(1, 100));
    Files.delete(file);
    // Not tried again at once, but after a second.
    sink.write(SampleRecording.output(2, 200));
    assertFalse(Files.exists(file));
    sink.write(SampleRecording.output(2 * SECOND, 300));
    sink.write(end(3 * SECOND));
    sink.close();
    var events = SampleRecording.read(store.find("last")).events();
    assertEquals(
        List.of(
            new Event.Gap(2 * SECOND, 1, 300, file + ": it is not a folder"),
            SampleRecording.output(2 * SECOND, 300),
            new Event.End(
                3 * SECOND, EndReason.EXITED, OptionalInt.of(0), new Totals(300, 0, 2, 0, 0, 1))),
        events);
  }

  @Test
  void evenTheEndAloneIsASession() throws IOException {
    var file = Files.createFile(temp.resolve("sessions"));
    var store = new Store(file);
    var sink = sink(store);
    sink.write(SampleRecording.output(1, 100));
    Files.delete(file);
    sink.write(end(2));
    sink.close();
    var reading = SampleRecording.read(store.find("last"));
    assertEquals(100, reading.missingBytes());
    assertEquals(SessionState.FINISHED, store.find("last").summary().state());
  }

  @Test
  void anUnusableHeaderIsATroubleLikeAnyOther() throws IOException {
    var store = new Store(temp.resolve("sessions"));
    var sink =
        new JournalSink(
            store,
            HEADER.id(),
            () -> {
              throw new IllegalStateException("no header");
            },
            notices);
    assertThrows(IOException.class, sink::open);
    sink.write(SampleRecording.output(1, 100));
    sink.close();
    assertEquals(List.of(), names(store));
    assertFalse(notices.isEmpty());
  }

  @Test
  void aJournalThatIsDeletedMeanwhileIsNoticed() throws IOException {
    var store = new Store(temp.resolve("sessions"));
    var sink = sink(store);
    sink.open();
    sink.write(SampleRecording.output(1, 100));
    store.delete(store.find("last"));
    for (int i = 0; i < 20 && notices.isEmpty(); i++) {
      sink.write(SampleRecording.output(i, 100));
      sink.force();
    }
    assertEquals(
        Optional.of("the journal was deleted or cut short while it was being written"),
        notices.line());
    sink.write(end(50));
    sink.close();
  }

  private JournalSink sink(Store store) {
    return new JournalSink(store, HEADER.id(), () -> HEADER, notices);
  }

  private static Event.End end(long at) {
    return new Event.End(at, EndReason.EXITED, OptionalInt.of(0), Totals.NONE);
  }

  private static List<String> names(Store store) throws IOException {
    if (!Files.exists(store.folder())) {
      return List.of();
    }
    try (var entries = Files.list(store.folder())) {
      return entries.map(Path::toString).toList();
    }
  }
}
