package dev.mantra.replayer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.asciicast.ForeignFormat;
import dev.mantra.formats.asciicast.ForeignRecording;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.replayer.Recorded;
import dev.mantra.replayer.render.PageScreens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExporterTest {

  private static final SessionHeader HEADER =
      SessionHeader.builder(SessionId.of(Instant.EPOCH, "bash", 1), Instant.EPOCH, "mantra 0")
          .build();

  private static final List<Event> ONE_OF_EACH =
      List.of(
          new Event.Output(1, Bytes.wrap(new byte[] {'a', (byte) 0xff, 0})),
          new Event.Input(2, Bytes.utf8("typed")),
          new Event.HiddenInput(3, 8),
          new Event.Resize(4, new WindowSize(100, 30)),
          new Event.Marker(5, "here"),
          new Event.Paused(6),
          new Event.Resumed(7),
          new Event.Gap(8, 7, 42, "disk full"),
          new Event.Unknown(9, 200, Bytes.utf8("?")),
          new Event.Output(10, Bytes.utf8("b")),
          new Event.End(11, EndReason.EXITED, OptionalInt.of(3), Totals.NONE));

  @TempDir Path folder;

  /** The events alone, of a session without messages. */
  private byte[] export(ExportFormat format, List<Event> events) throws IOException {
    var out = new ByteArrayOutputStream();
    var recorded = new Recorded(folder);
    try (var replay = recorded.replay(recorded.session(Recorded.output(0, "")))) {
      format
          .exporter()
          .export(
              new ExportedSession(
                  HEADER,
                  events::iterator,
                  replay,
                  Span.WHOLE,
                  _ -> {},
                  new PageScreens(),
                  _ -> {}),
              out);
    }
    return out.toByteArray();
  }

  @Test
  void rawIsTheOutputByteForByte() throws IOException {
    var expected = new ByteArrayOutputStream();
    var events = new ArrayList<Event>();
    var random = new Random(7);
    for (int i = 0; i < 200; i++) {
      var piece = new byte[random.nextInt(100)];
      random.nextBytes(piece);
      expected.writeBytes(piece);
      events.add(new Event.Output(i, Bytes.wrap(piece)));
    }
    assertArrayEquals(expected.toByteArray(), export(ExportFormat.RAW, events));
  }

  @Test
  void rawHasNothingButOutput() throws IOException {
    assertArrayEquals(new byte[] {'a', (byte) 0xff, 0, 'b'}, export(ExportFormat.RAW, ONE_OF_EACH));
  }

  @ParameterizedTest
  @EnumSource(names = {"ASCIICAST_V2", "ASCIICAST_V3"})
  void whatIsExportedAsAsciicastIsRecognisedAsThat(ExportFormat format) throws IOException {
    var file = Files.write(folder.resolve("x.cast"), export(format, ONE_OF_EACH));
    var recording = ForeignRecording.open(file);
    assertEquals(ForeignFormat.labelled(format.label()).orElseThrow(), recording.format());
    try (var events = recording.events()) {
      var output = new StringBuilder();
      events.forEachRemaining(
          event -> {
            if (event instanceof Event.Output o) {
              output.append(o.bytes().toUtf8());
            }
          });
      assertEquals("a\ufffd\0b", output.toString());
      assertEquals(0, events.problemCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatIsFoundByItsName(ExportFormat format) throws IOException {
    assertEquals(Optional.of(format), ExportFormat.labelled(format.label()));
    assertTrue(ExportFormat.labelled("no-such-format").isEmpty());
    var text = new String(export(format, List.of()), StandardCharsets.UTF_8);
    assertTrue(text.isEmpty() || text.endsWith("\n"));
  }
}
