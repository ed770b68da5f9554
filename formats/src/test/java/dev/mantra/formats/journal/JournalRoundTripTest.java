package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalRoundTripTest {

  private static final int FRAME = JournalFormat.MAX_PAYLOAD;

  @TempDir Path temp;

  @Test
  void whatWasWrittenIsReadInOrderAndWithoutDamage() throws IOException {
    var session = SampleSession.write(temp.resolve("journal"), 1, 100_000);
    var reading = SampleSession.read(session.folder());
    assertEquals(session.header(), reading.header());
    assertEquals(session.events(), reading.events());
    assertEquals(List.of(), reading.damage());
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 3 * FRAME - 1, 3 * FRAME, 1_000_003})
  void anEventOfAnySizeIsReadAsOne(int length) throws IOException {
    var random = new Random(length);
    var events =
        List.<Event>of(
            new Event.Unknown(1, 77, SampleSession.randomBytes(random, length)),
            new Event.Marker(2, "x".repeat(length)),
            new Event.Unknown(3, 77, SampleSession.randomBytes(random, length)),
            SampleSession.end(4, List.of()));
    SampleSession.write(temp.resolve("journal"), SampleSession.header(1), events);
    var reading = SampleSession.read(temp.resolve("journal"));
    assertEquals(events, reading.events());
    assertEquals(List.of(), reading.damage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 5 * FRAME + 17})
  void aLargeOutputIsSplitAndKeepsItsBytesAndTime(int length) throws IOException {
    var bytes = SampleSession.randomBytes(new Random(length), length);
    var events =
        List.<Event>of(
            new Event.Output(7, bytes), new Event.Input(8, bytes), SampleSession.end(9, List.of()));
    SampleSession.write(temp.resolve("journal"), SampleSession.header(1), events);
    var output = new ByteArrayOutputStream();
    var input = new ByteArrayOutputStream();
    for (var event : SampleSession.read(temp.resolve("journal")).events()) {
      switch (event) {
        case Event.Output e -> {
          assertEquals(7, e.at());
          assertTrue(e.bytes().length() <= FRAME);
          e.bytes().writeTo(output);
        }
        case Event.Input e -> e.bytes().writeTo(input);
        case Event.HiddenInput _,
            Event.Message _,
            Event.Snapshot _,
            Event.FileChange _,
            Event.NotCaptured _,
            Event.Resize _,
            Event.Marker _,
            Event.Paused _,
            Event.Resumed _,
            Event.Gap _,
            Event.End _,
            Event.Unknown _ -> {}
      }
    }
    assertEquals(bytes, Bytes.wrap(output.toByteArray()));
    assertEquals(bytes, Bytes.wrap(input.toByteArray()));
  }

  @Test
  void aHeaderLargerThanAFrameIsReadWhole() throws IOException {
    var words = new ArrayList<Bytes>();
    for (int i = 0; i < 20_000; i++) {
      words.add(Bytes.utf8("argument number " + i));
    }
    var header =
        SessionHeader.builder(
                SampleSession.header(1).id(), SampleSession.header(1).startedAt(), "mantra test")
            .command(words)
            .build();
    var events = SampleSession.mixture(2, 1000);
    SampleSession.write(temp.resolve("journal"), header, events);
    var reading = SampleSession.read(temp.resolve("journal"));
    assertEquals(header, reading.header());
    assertEquals(events, reading.events());
    assertEquals(List.of(), reading.damage());
  }

  @Test
  void anUnknownEventIsWrittenBackAsItWas() throws IOException {
    var events = new ArrayList<Event>();
    for (int code = 0; code <= JournalFormat.MAX_CODE; code++) {
      events.add(new Event.Unknown(code, code, Bytes.utf8("é" + code)));
    }
    // The codes we know are read as what they are; here only those that we do not know matter.
    events.removeIf(event -> event instanceof Event.Unknown e && e.code() <= JournalFormat.END);
    SampleSession.write(temp.resolve("first"), SampleSession.header(1), events);
    var first = SampleSession.read(temp.resolve("first"));
    SampleSession.write(temp.resolve("second"), first.header(), first.events());
    assertEquals(events, SampleSession.read(temp.resolve("second")).events());
  }

  @Test
  void whatCannotBeWrittenIsRefusedAndHarmsNothing() throws IOException {
    var folder = temp.resolve("journal");
    var end = SampleSession.end(3, List.of());
    try (var journal = JournalWriter.create(folder, SampleSession.header(1))) {
      assertThrows(IOException.class, () -> journal.append(new Event.Unknown(1, 256, Bytes.EMPTY)));
      var tooLarge = Bytes.wrap(new byte[JournalFormat.MAX_EVENT + 1]);
      assertThrows(IOException.class, () -> journal.append(new Event.Unknown(1, 99, tooLarge)));
      journal.append(new Event.Paused(2));
      journal.append(end);
    }
    assertEquals(List.<Event>of(new Event.Paused(2), end), SampleSession.read(folder).events());
  }

  @Test
  void nothingStandsBehindTheEnd() throws IOException {
    var folder = temp.resolve("journal");
    try (var journal = JournalWriter.create(folder, SampleSession.header(1))) {
      journal.append(SampleSession.end(1, List.of()));
      journal.append(new Event.Paused(2));
    }
    var reading = SampleSession.read(folder);
    assertEquals(1, reading.events().size());
    assertEquals("unreadable data behind the session's end", reading.damage().getFirst().reason());
  }

  @Test
  void aFinishedJournalIsCutToItsSizeAndAnInterruptedOneIsReadAllTheSame() throws IOException {
    var events = SampleSession.mixture(3, 10_000);
    var finished = SampleSession.write(temp.resolve("finished"), SampleSession.header(1), events);
    assertTrue(Files.size(finished.file()) < 64 * 1024);
    var begun = events.subList(0, events.size() - 1);
    var interrupted =
        SampleSession.write(temp.resolve("interrupted"), SampleSession.header(2), begun);
    var reading = SampleSession.read(interrupted.folder());
    assertEquals(begun, reading.events());
    assertEquals(List.of(), reading.damage());
  }

  @Test
  void noClockHasAPartInTheFilesNameOrOrder() throws IOException {
    for (var second : List.of(-1L, 0L, 1L << 33)) {
      var header =
          SessionHeader.builder(
                  SampleSession.header(1).id(), Instant.ofEpochSecond(second), "mantra test")
              .build();
      var events = List.<Event>of(new Event.Paused(5), new Event.Resumed(-5), new Event.Paused(3));
      var session = SampleSession.write(temp.resolve("journal" + second), header, events);
      assertEquals(events, SampleSession.read(session.folder()).events());
      try (var files = Files.newDirectoryStream(session.folder(), "*.cq4")) {
        for (var file : files) {
          assertEquals(session.file(), file);
        }
      }
    }
  }

  @Test
  void aJournalIsNeverWrittenOverAnother() throws IOException {
    var session = SampleSession.write(temp.resolve("journal"), 1, 1000);
    assertThrows(
        FileAlreadyExistsException.class,
        () -> JournalWriter.create(session.folder(), SampleSession.header(2)));
    assertEquals(session.events(), SampleSession.read(session.folder()).events());
  }

  @Test
  void aClosedJournalTakesNothingAndForcingItIsNoTrouble() throws IOException {
    var journal = JournalWriter.create(temp.resolve("journal"), SampleSession.header(1));
    journal.append(new Event.Paused(1));
    journal.close();
    journal.force();
    journal.close();
    assertThrows(IOException.class, () -> journal.append(new Event.Paused(2)));
  }

  @Test
  void aFileThatWasDeletedReplacedOrShortenedIsNotInPlace() throws IOException {
    var folder = temp.resolve("journal");
    var file = folder.resolve(QueueFile.NAME);
    try (var journal = JournalWriter.create(folder, SampleSession.header(1))) {
      assertTrue(journal.isInPlace());
      Files.move(file, folder.resolve("elsewhere"));
      assertFalse(journal.isInPlace());
      Files.copy(folder.resolve("elsewhere"), file);
      assertFalse(journal.isInPlace(), "another file of the same size stands there");
      Files.delete(file);
      Files.move(folder.resolve("elsewhere"), file);
      assertTrue(journal.isInPlace());
    }
  }
}
