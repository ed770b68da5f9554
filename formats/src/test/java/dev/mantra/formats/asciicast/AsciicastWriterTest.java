package dev.mantra.formats.asciicast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsciicastWriterTest {

  private static final SessionHeader HEADER =
      SessionHeader.builder(Fixture.ID, Instant.parse("2026-11-21T02:48:36.5Z"), "mantra 0")
          .build();

  @TempDir Path folder;

  private static String lines(AsciicastVersion version, Event... events) throws IOException {
    var text = Fixture.write(version, HEADER, List.of(events));
    return text.substring(text.indexOf('\n') + 1);
  }

  @Test
  void writesWhatVersion3Knows() throws IOException {
    assertEquals(
        """
        [0.500, "o", "\\u001b[1mhé\\r\\n\\"\\\\"]
        [0.250, "i", "q\\u0003"]
        [1.000, "r", "80x25"]
        [0.000001, "m", "a\\tb"]
        [0.000000001, "x", "130"]
        """,
        lines(
            AsciicastVersion.V3,
            new Event.Output(500_000_000, Bytes.utf8("\033[1mhé\r\n\"\\")),
            new Event.Input(750_000_000, Bytes.utf8("q\003")),
            new Event.Resize(1_750_000_000, new WindowSize(80, 25)),
            new Event.Marker(1_750_001_000, "a\tb"),
            end(1_750_001_001, OptionalInt.of(130))));
  }

  @Test
  void writesTimesOfVersion2FromTheStartAndNoStatus() throws IOException {
    assertEquals(
        """
        [0.500000, "o", "a"]
        [0.500001, "o", "b"]
        [3.000000001, "o", "c"]
        """,
        lines(
            AsciicastVersion.V2,
            new Event.Output(500_000_000, Bytes.utf8("a")),
            new Event.Output(500_001_000, Bytes.utf8("b")),
            new Event.Output(3_000_000_001L, Bytes.utf8("c")),
            end(4_000_000_000L, OptionalInt.of(1))));
  }

  @Test
  void aCharacterSplitOverTwoEventsGoesToTheLater() throws IOException {
    var check = "✓".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        """
        [0.000, "o", "a"]
        [0.000, "i", "x"]
        [0.000, "o", ""]
        [0.000, "o", "✓b"]
        """,
        lines(
            AsciicastVersion.V3,
            new Event.Output(0, Bytes.wrap(new byte[] {'a', check[0]})),
            new Event.Input(0, Bytes.utf8("x")),
            new Event.Output(0, Bytes.wrap(new byte[] {check[1]})),
            new Event.Output(0, Bytes.wrap(new byte[] {check[2], 'b'}))));
  }

  @Test
  void bytesThatAreNoUtf8BecomeReplacementCharacters() throws IOException {
    assertEquals(
        """
        [0.000, "o", "a�b�c"]
        [0.000, "o", "x"]
        [0.000, "o", "�"]
        [1.000, "x", "0"]
        """,
        lines(
            AsciicastVersion.V3,
            new Event.Output(0, bytes('a', 0xff, 'b', 0xe2, 0x9c, 'c')),
            new Event.Output(0, bytes('x', 0xe2, 0x9c)),
            end(1_000_000_000, OptionalInt.of(0))));
  }

  @Test
  void whatIsHeldBackIsWrittenAlsoWhereTheSessionHasNoEnd() throws IOException {
    assertEquals(
        "[0.000, \"i\", \"\"]\n[0.000, \"i\", \"�\"]\n",
        lines(AsciicastVersion.V3, new Event.Input(0, bytes(0xf0, 0x9f))));
  }

  @Test
  void nothingOfHiddenInputIsWritten() throws IOException {
    assertEquals(
        "[2.000, \"o\", \"b\"]\n",
        lines(
            AsciicastVersion.V3,
            new Event.HiddenInput(1_000_000_000, 8),
            new Event.Output(2_000_000_000, Bytes.utf8("b"))));
  }

  @Test
  void gapsAndPausesBecomeMarkersThatSaySo() throws IOException {
    assertEquals(
        """
        [1.000, "m", "recording paused"]
        [1.000, "m", "recording resumed"]
        [1.000, "m", "not recorded: 42 bytes (disk full)"]
        """,
        lines(
            AsciicastVersion.V3,
            new Event.Paused(1_000_000_000),
            new Event.Resumed(2_000_000_000),
            new Event.Gap(3_000_000_000L, 2_500_000_000L, 42, "disk full")));
  }

  @Test
  void aKeptLineGetsItsNewTimeAndNothingElseChanges() throws IOException {
    assertEquals(
        "[1.000, \"z\" , {\"a\": 1e5},null ]\n",
        lines(
            AsciicastVersion.V3,
            unknown(ForeignEvent.CODE, " [ 0.1 , \"z\" , {\"a\": 1e5},null ]  ")));
  }

  @Test
  void whatIsNoLineOfAnAsciicastIsNotWritten() throws IOException {
    assertEquals(
        "",
        lines(
            AsciicastVersion.V3,
            unknown(ForeignEvent.CODE, "[1, \"z\", \"torn"),
            unknown(ForeignEvent.CODE, "[1, \"z\",\n \"two lines\"]"),
            unknown(ForeignEvent.CODE, "{\"z\": 1}"),
            unknown(ForeignEvent.CODE, "[1]"),
            unknown(ForeignEvent.CODE, ""),
            unknown(99, "[1, \"z\", \"not ours\"]")));
  }

  @Test
  void theHeaderTellsWhatASessionKnows() throws IOException {
    var header =
        SessionHeader.builder(Fixture.ID, Instant.parse("2026-11-21T02:48:36.5Z"), "mantra 0")
            .command(List.of(Bytes.utf8("claude"), Bytes.utf8("it's"), Bytes.utf8("")))
            .size(new WindowSize(100, 30))
            .environment(Map.of("TERM", "xterm", "SHELL", "/bin/sh"))
            .title(Optional.of("a \"b\""))
            .idleTimeLimit(Optional.of(Duration.ofMillis(1500)))
            .build();
    assertEquals(
        """
        {"version": 3, "term": {"cols": 100, "rows": 30, "type": "xterm"},\
         "timestamp": 1795229316, "idle_time_limit": 1.5, "command": "claude 'it'\\\\''s' ''",\
         "title": "a \\"b\\"", "env": {"SHELL": "/bin/sh"}}
        """,
        Fixture.write(AsciicastVersion.V3, header, List.of()));
    assertEquals(
        """
        {"version": 2, "width": 100, "height": 30,\
         "timestamp": 1795229316, "idle_time_limit": 1.5, "command": "claude 'it'\\\\''s' ''",\
         "title": "a \\"b\\"", "env": {"SHELL": "/bin/sh", "TERM": "xterm"}}
        """,
        Fixture.write(AsciicastVersion.V2, header, List.of()));
  }

  @Test
  void whatOnlyTheOldHeaderKnewIsCarriedOver() throws IOException {
    var old =
        """
        {"version": 2, "width": 80, "height": 24, "timestamp": 1795229316.25, "duration": 9.5,\
         "command": "sh -c \\"a | b\\"", "theme": {"fg": "#ffffff"}, "x_own": [1.50, true, null]}
        """;
    var session = Fixture.read(Fixture.write(folder, "old-v2.cast", old)).header();
    assertEquals(
        """
        {"version": 3, "term": {"cols": 80, "rows": 24, "theme": {"fg": "#ffffff"}},\
         "timestamp": 1795229316.25, "command": "sh -c \\"a | b\\"", "x_own": [1.50, true, null]}
        """,
        Fixture.write(AsciicastVersion.V3, session, List.of()));
    assertEquals(
        """
        {"version": 2, "width": 80, "height": 24, "timestamp": 1795229316.25,\
         "command": "sh -c \\"a | b\\"", "theme": {"fg": "#ffffff"}, "x_own": [1.50, true, null]}
        """,
        Fixture.write(AsciicastVersion.V2, session, List.of()));
  }

  @Test
  void aTimeTheOldHeaderDidNotHaveIsNotMadeUp() throws IOException {
    var file =
        Fixture.write(folder, "no-time.cast", "{\"version\": 2, \"width\": 80, \"height\": 24}\n");
    var text = Fixture.write(AsciicastVersion.V2, Fixture.read(file).header(), List.of());
    assertFalse(text.contains("timestamp"), text);
  }

  @Provide
  Arbitrary<List<Event>> sessions() {
    var text = Arbitraries.strings().ofMaxLength(20).map(AsciicastWriterTest::wellFormed);
    var bytes = text.map(Bytes::utf8);
    var at = Arbitraries.just(0L);
    Arbitrary<Event> event =
        Arbitraries.oneOf(
            Combinators.combine(at, bytes).as(Event.Output::new),
            Combinators.combine(at, bytes).as(Event.Input::new),
            Combinators.combine(at, text).as(Event.Marker::new),
            Combinators.combine(
                    Arbitraries.integers().between(0, WindowSize.MAX),
                    Arbitraries.integers().between(0, WindowSize.MAX))
                .as((columns, rows) -> new Event.Resize(0, new WindowSize(columns, rows))),
            Arbitraries.just(unknown(ForeignEvent.CODE, "[0, \"z\", {\"a\": [1.0]}]")));
    var timed =
        Combinators.combine(event, Arbitraries.longs().between(0, 10_000_000_000_000L))
            .as(Event::withAt);
    return timed
        .list()
        .ofMaxSize(40)
        .map(list -> list.stream().sorted(Comparator.comparingLong(Event::at)).toList());
  }

  @Property(tries = 300)
  void whatIsReadBackIsWhatWasWritten(
      @ForAll("sessions") List<Event> session, @ForAll AsciicastVersion version)
      throws IOException {
    var file = Files.createTempFile("round-trip", ".cast");
    try {
      Files.writeString(file, Fixture.write(version, HEADER, session));
      var first = Fixture.read(file);
      assertEquals(List.of(), first.problems());
      assertEquals(normal(session), normal(first.withoutEnd()));
      Files.writeString(file, Fixture.write(version, first.header(), first.events()));
      assertEquals(first.events(), Fixture.read(file).events());
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 200)
  void cutAnywhereTheTextOfAllEventsIsTheSame(
      @ForAll byte[] bytes, @ForAll List<@Positive Integer> cuts) throws IOException {
    assertEquals(text(List.of(Bytes.wrap(bytes))), text(pieces(bytes, cuts)));
  }

  private static List<Bytes> pieces(byte[] bytes, List<Integer> cuts) {
    var pieces = new ArrayList<Bytes>();
    int from = 0;
    for (int cut : cuts) {
      int length = Math.min(cut % 5, bytes.length - from);
      pieces.add(Bytes.copyOf(bytes, from, length));
      from += length;
    }
    pieces.add(Bytes.copyOf(bytes, from, bytes.length - from));
    return pieces;
  }

  /** The data of all output, read by a JSON parser of its own. */
  private static String text(List<Bytes> pieces) throws IOException {
    var events = pieces.stream().<Event>map(piece -> new Event.Output(0, piece)).toList();
    var out = new StringBuilder();
    var cast = Fixture.write(AsciicastVersion.V3, HEADER, events);
    for (var line : cast.lines().skip(1).toList()) {
      var bytes = line.getBytes(StandardCharsets.UTF_8);
      try (var json = Json.FACTORY.createParser(new ByteArrayInputStream(bytes))) {
        json.nextToken();
        json.nextToken();
        json.nextToken();
        json.nextToken();
        out.append(json.getText());
      }
    }
    return out.toString();
  }

  /** Kept lines have another time in them after they were written. */
  private static List<Event> normal(List<Event> events) {
    return events.stream()
        .map(event -> event instanceof Event.Unknown ? unknown(0, "").withAt(event.at()) : event)
        .toList();
  }

  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static Event unknown(int code, String line) {
    return new Event.Unknown(1_000_000_000, code, Bytes.utf8(line));
  }

  private static Event end(long at, OptionalInt status) {
    return new Event.End(at, EndReason.EXITED, status, Totals.NONE);
  }

  private static Bytes bytes(int... values) {
    var out = new ByteArrayOutputStream();
    for (int value : values) {
      out.write(value);
    }
    return Bytes.wrap(out.toByteArray());
  }
}
