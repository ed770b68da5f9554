package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.formats.event.SessionHeader.Origin;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals of every version there has been are read for ever; those of later ones are refused. */
class KeptJournalTest {

  private static final SessionHeader HEADER_V1 =
      SessionHeader.builder(
              new SessionId("20261121T024836Z-claude-7k3f9x"),
              Instant.parse("2026-11-21T02:48:36.123456789Z"),
              "mantra 0.1.0")
          .command(List.of(Bytes.utf8("claude"), bytes("2d70ff00fe")))
          .folder(bytes("2f686f6d652fe9"))
          .size(new WindowSize(120, 40, 1080, 720))
          .environment(Map.of("TERM", "xterm-256color", "LANG", "de_DE.UTF-8"))
          .title(Optional.of("Fehler im Übertrag"))
          .idleTimeLimit(Optional.of(Duration.ofMillis(2500)))
          .input(InputCapture.LEFT_OUT)
          .gitHead(Optional.of("0123456789abcdef0123456789abcdef01234567"))
          .origin(new Origin("asciicast-v2", "demo.cast", "ab12", Bytes.utf8("{\"version\":2}")))
          .build();

  private static final List<Event> EVENTS_V1 =
      List.of(
          new Event.Output(0, Bytes.utf8("$ ")),
          new Event.Input(1_000_000, Bytes.utf8("ls\r")),
          new Event.Output(2_000_000, bytes("1b5b33316dff80c3281b5b6d0d0a")),
          new Event.Output(2_000_000, Bytes.EMPTY),
          new Event.HiddenInput(3_000_000, 12),
          new Event.Resize(4_000_000, new WindowSize(80, 24)),
          new Event.Resize(4_000_001, new WindowSize(65535, 0, 1, 2)),
          new Event.Marker(5_000_000, "grün"),
          new Event.Marker(5_000_001, ""),
          new Event.Paused(6_000_000),
          new Event.Resumed(7_000_000),
          new Event.Gap(9_000_000_000L, 8_000_000, 4096, "no space left"),
          new Event.Unknown(9_000_000_001L, 240, Bytes.utf8("[1.5,\"z\",\"?\"]")),
          new Event.Unknown(9_000_000_002L, 241, Bytes.utf8("long ".repeat(15_000))),
          new Event.End(
              9_000_000_003L,
              EndReason.HANGUP,
              OptionalInt.of(129),
              new Totals(16, 15, 14, 2, 0, 1)));

  @TempDir Path temp;

  @Test
  void aJournalOfVersionOneIsReadToTheLastEvent() throws IOException, URISyntaxException {
    var reading = SampleSession.read(kept());
    assertEquals(HEADER_V1, reading.header());
    assertEquals(EVENTS_V1, reading.events());
    assertEquals(List.of(), reading.damage());
  }

  @Test
  void whatIsWrittenTodayIsVersionOneToTheByte() throws IOException, URISyntaxException {
    var today = SampleSession.write(temp.resolve("journal"), HEADER_V1, EVENTS_V1);
    var then = new SampleSession(kept(), HEADER_V1, EVENTS_V1);
    var expected = then.frames();
    var actual = today.frames();
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).crc(), actual.get(i).crc(), "frame " + i);
      assertEquals(expected.get(i).payload(), actual.get(i).payload(), "frame " + i);
    }
  }

  @Test
  void aJournalOfALaterVersionIsRefusedByName() throws IOException {
    var store = new Store(temp);
    var session = store.create(HEADER_V1.id());
    var sample = SampleSession.write(session.journal(), HEADER_V1, EVENTS_V1);
    store.finish(session);
    raiseVersion(sample, sample.frames());
    for (var refused :
        List.of(
            assertThrows(UnsupportedJournalException.class, session::read),
            assertThrows(UnsupportedJournalException.class, session::summary),
            assertThrows(UnsupportedJournalException.class, session::count))) {
      assertEquals(
          sample.file()
              + " is a journal of version 2, and this Mantra reads versions up to 1;"
              + " use a newer Mantra",
          refused.getMessage());
    }
  }

  @Test
  void aFlippedVersionIsDamageAndNoLaterVersion() throws IOException {
    var sample = SampleSession.write(temp.resolve("journal"), HEADER_V1, EVENTS_V1);
    try (var patient = PatientSession.of(sample)) {
      int at = (int) patient.frames.getFirst().position() + JournalFormat.VERSION_AT;
      patient.put(at, (byte) 2);
      var reading = patient.read();
      assertEquals(SampleSession.FALLBACK, reading.header());
      assertEquals(EVENTS_V1, reading.events());
      assertTrue(PatientSession.isReported(patient.frames.getFirst(), reading.damage()));
    }
  }

  @Test
  void aFrameOfALaterVersionInsideDoesNotHideTheRest() throws IOException {
    var sample = SampleSession.write(temp.resolve("journal"), HEADER_V1, EVENTS_V1);
    raiseVersion(sample, sample.frames().subList(5, 6));
    var reading = SampleSession.read(sample.folder());
    assertEquals(EVENTS_V1.size() - 1, reading.events().size());
    assertEquals(1, reading.damage().size());
  }

  /** Makes frames what a later version might write: the fields of the checksum stay for ever. */
  private static void raiseVersion(SampleSession sample, List<Frame> frames) throws IOException {
    var content = ByteBuffer.wrap(Files.readAllBytes(sample.file())).order(ByteOrder.LITTLE_ENDIAN);
    for (var frame : frames) {
      int at = (int) frame.position();
      content.put(at + JournalFormat.VERSION_AT, (byte) (JournalFormat.VERSION + 1));
      var checksum = new CRC32C();
      checksum.update(content.slice(at, JournalFormat.CRC_AT));
      checksum.update(content.slice(at + JournalFormat.PREVIOUS_AT, (int) frame.end() - at - 32));
      content.putInt(at + JournalFormat.CRC_AT, (int) checksum.getValue());
    }
    Files.write(sample.file(), content.array());
  }

  private static Path kept() throws URISyntaxException {
    var resource = KeptJournalTest.class.getResource("/journals/v1/" + QueueFile.NAME);
    return Objects.requireNonNull(Path.of(Objects.requireNonNull(resource).toURI()).getParent());
  }

  private static Bytes bytes(String hex) {
    return Bytes.wrap(HexFormat.of().parseHex(hex));
  }
}
