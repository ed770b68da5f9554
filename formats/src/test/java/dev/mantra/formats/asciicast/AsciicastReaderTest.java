package dev.mantra.formats.asciicast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsciicastReaderTest {

  private static final String V2 = "{\"version\": 2, \"width\": 80, \"height\": 24}\n";
  private static final String V3 = "{\"version\": 3, \"term\": {\"cols\": 80, \"rows\": 24}}\n";

  @TempDir Path folder;

  private Fixture read(String name, String content) throws IOException {
    return Fixture.read(Fixture.write(folder, name, content));
  }

  @Test
  void aHeaderAloneIsARecordingOfNothing() throws IOException {
    var cast = read("minimal-v3.cast", V3);
    assertEquals(ForeignFormat.ASCIICAST_V3, cast.recording().format());
    assertEquals(
        List.of(new Event.End(0, EndReason.IMPORTED, OptionalInt.empty(), Totals.NONE)),
        cast.events());
    assertEquals(List.of(), cast.problems());
    assertEquals(Optional.of(WindowSize.STANDARD), cast.recording().header().size());
  }

  @Test
  void everythingThatVersion3KnowsIsRead() throws IOException {
    var cast =
        read(
            "full-v3.cast",
            """
            {"version": 3, "term": {"cols": 100, "rows": 50, "type": "xterm-kitty", "theme": {}},\
             "timestamp": 1509091818, "idle_time_limit": 2.5, "command": "/bin/bash -l",\
             "title": "Demo \\u2713", "env": {"SHELL": "/bin/zsh"}, "tags": ["a"]}
            # a comment
            [0.5, "o", "\\u001b[1mh\\u00e9\\r\\n"]

            [0.25, "i", "q"]
            [1, "r", "80x25"]
            [0.000001, "m", "chapter 2"]
            [0, "z", {"any": [1, "thing"]}, null]
            [2.0, "x", "3"]
            """);
    assertEquals(
        List.of(
            new Event.Output(500_000_000, Bytes.utf8("\033[1mhé\r\n")),
            new Event.Input(750_000_000, Bytes.utf8("q")),
            new Event.Resize(1_750_000_000, new WindowSize(80, 25)),
            new Event.Marker(1_750_001_000, "chapter 2"),
            new Event.Unknown(
                1_750_001_000,
                ForeignEvent.CODE,
                Bytes.utf8("[0, \"z\", {\"any\": [1, \"thing\"]}, null]")),
            new Event.End(
                3_750_001_000L, EndReason.EXITED, OptionalInt.of(3), new Totals(9, 1, 5, 1, 0, 0))),
        cast.events());
    assertEquals(List.of(), cast.problems());
    var header = cast.header();
    assertEquals(Instant.ofEpochSecond(1509091818), header.startedAt());
    assertEquals(new WindowSize(100, 50), header.size());
    assertEquals(Optional.of(Duration.ofMillis(2500)), header.idleTimeLimit());
    assertEquals(List.of(Bytes.utf8("/bin/bash"), Bytes.utf8("-l")), header.command());
    assertEquals(Optional.of("Demo ✓"), header.title());
    assertEquals(Map.of("TERM", "xterm-kitty", "SHELL", "/bin/zsh"), header.environment());
    assertEquals("asciicast-v3", header.origin().orElseThrow().format());
    assertEquals(64, header.origin().orElseThrow().sha256().length());
  }

  @Test
  void timesOfVersion2CountFromTheStart() throws IOException {
    var cast =
        read(
            "times-v2.cast", V2 + "[0.1, \"o\", \"a\"]\n[0.3, \"o\", \"b\"]\n[0.3, \"m\", \"\"]\n");
    assertEquals(
        List.of(100_000_000L, 300_000_000L, 300_000_000L, 300_000_000L),
        cast.events().stream().map(Event::at).toList());
  }

  @Test
  void intervalsFinerThanANanosecondAddUpExactly() throws IOException {
    var lines = "[0.0000000001, \"o\", \"\"]\n".repeat(10) + "[1e-3, \"o\", \"\"]\n";
    var cast = read("picoseconds-v3.cast", V3 + lines);
    assertEquals(0, cast.events().getFirst().at());
    assertEquals(1, cast.events().get(9).at());
    assertEquals(1_000_001, cast.events().get(10).at());
    assertEquals(List.of(), cast.problems());
  }

  @Test
  void floatingPointWouldNotDo() throws IOException {
    var lines = "[0.1, \"o\", \"\"]\n".repeat(1000);
    assertEquals(100_000_000_000L, read("tenths-v3.cast", V3 + lines).end().at());
    var late = read("late-v2.cast", V2 + "[1234567890.123456789, \"o\", \"\"]\n");
    assertEquals(1_234_567_890_123_456_789L, late.end().at());
  }

  @Test
  void timesThatGoBackAreHeldAndReported() throws IOException {
    var v2 =
        read("back-v2.cast", V2 + "[5, \"o\", \"a\"]\n[4.5, \"o\", \"b\"]\n[6, \"o\", \"c\"]\n");
    assertEquals(
        List.of(5L, 5L, 6L),
        v2.withoutEnd().stream().map(event -> event.at() / 1_000_000_000L).toList());
    assertEquals(1, v2.problems().size());
    assertEquals(3, v2.problems().getFirst().number());
    assertTrue(v2.problems().getFirst().reason().contains("goes back by 0.5 s"));

    var v3 = read("negative-v3.cast", V3 + "[5, \"o\", \"a\"]\n[-1, \"o\", \"b\"]\n");
    assertEquals(5_000_000_000L, v3.end().at());
    assertEquals(1, v3.problems().size());
    assertTrue(v3.problems().getFirst().reason().contains("negative"));
  }

  @ParameterizedTest
  @CsvSource({"1e99", "99999999999999999999", "1e-999999999", "1e999999999", "4000000001"})
  void absurdTimesCostNeitherMemoryNorTheEvent(String time) throws IOException {
    for (var header : List.of(V2, V3)) {
      var cast = read("absurd.cast", header + "[" + time + ", \"o\", \"a\"]\n");
      assertEquals(List.of(new Event.Output(0, Bytes.utf8("a"))), cast.withoutEnd());
      assertEquals(time.equals("1e-999999999") ? 0 : 1, cast.problems().size());
    }
  }

  @Test
  void aBadLineCostsThatLineOnly() throws IOException {
    var cast =
        read(
            "bad-lines-v3.cast",
            V3
                + """
                [1, "o", "a"]
                [1, "o", "half
                nonsense
                {"o": 1}
                ["1", "o", "text for a time"]
                [1]
                [1, "o", "b"] trailing
                [1, "o", "c"]
                """);
    assertEquals(
        List.of(
            new Event.Output(1_000_000_000, Bytes.utf8("a")),
            new Event.Output(5_000_000_000L, Bytes.utf8("c"))),
        cast.withoutEnd(),
        "a bad line still tells how long it took, where its time can be read");
    assertEquals(
        List.of(3L, 4L, 5L, 6L, 7L, 8L), cast.problems().stream().map(Problem::number).toList());
    assertTrue(
        cast.problems().getFirst().toString().contains("bad-lines-v3.cast, line 3: "),
        cast.problems().toString());
  }

  @Test
  void aTornLastLineIsReportedAsTorn() throws IOException {
    var cast = read("torn-v2.cast", V2 + "[1, \"o\", \"a\"]\n[2, \"o\", \"b");
    assertEquals(1, cast.withoutEnd().size());
    assertEquals(1, cast.problems().size());
    assertTrue(cast.problems().getFirst().reason().startsWith("torn"));
  }

  @Test
  void aLastLineWithoutALineFeedIsComplete() throws IOException {
    var cast = read("no-newline-v2.cast", V2 + "[1, \"o\", \"a\"]");
    assertEquals(1, cast.withoutEnd().size());
    assertEquals(List.of(), cast.problems());
  }

  @Test
  void aRecordingCutAnywhereKeepsEveryWholeLineBeforeTheCut() throws IOException {
    var whole =
        (V3 + "[1, \"o\", \"a\\u001bé\"]\n[0.5, \"i\", \"b\"]\n[0.5, \"x\", \"0\"]\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int cut = V3.length(); cut <= whole.length; cut++) {
      var part = Arrays.copyOf(whole, cut);
      var cast = Fixture.read(Fixture.write(folder, "cut-v3.cast", part));
      var text = new String(part, StandardCharsets.UTF_8);
      // a line is also whole when only its line feed is missing
      long lines = (text + "\n").lines().filter(line -> line.endsWith("]")).count();
      long status = cast.end().status().isPresent() ? 1 : 0;
      assertEquals(lines, cast.withoutEnd().size() + status, text);
      boolean between = text.endsWith("\n") || text.endsWith("]");
      assertEquals(between ? 0 : 1, cast.problems().size(), text);
    }
  }

  @Test
  void dataThatItsCodeShouldNotHaveIsKeptAsItIs() throws IOException {
    var cast =
        read(
            "odd-data-v3.cast",
            V3
                + "[1, \"o\", 5]\n[1, \"r\", \"wide\"]\n[1, \"x\", \"killed\"]\n"
                + "[1, \"m\", \"a\", \"b\"]\n[1, \"o\"]\n");
    assertEquals(5, cast.withoutEnd().size());
    cast.withoutEnd()
        .forEach(event -> assertEquals(ForeignEvent.CODE, ((Event.Unknown) event).code()));
    assertEquals(5, cast.problems().size());
  }

  @Test
  void anExitStatusInTheMiddleIsKeptAndTheLastOneCounts() throws IOException {
    var cast =
        read(
            "appended-v3.cast",
            V3 + "[1, \"x\", \"1\"]\n[1, \"o\", \"a\"]\n[1, \"x\", \"2\"]\n[1, \"x\", \"0\"]\n");
    assertEquals(3, cast.withoutEnd().size());
    assertEquals(
        new Event.Unknown(1_000_000_000, ForeignEvent.CODE, Bytes.utf8("[1, \"x\", \"1\"]")),
        cast.events().getFirst());
    assertEquals(
        new Event.Unknown(3_000_000_000L, ForeignEvent.CODE, Bytes.utf8("[1, \"x\", \"2\"]")),
        cast.events().get(2));
    assertEquals(OptionalInt.of(0), cast.end().status());
    assertEquals(4_000_000_000L, cast.end().at());
  }

  @Test
  void exitStatusAndCommentsAreThingsOfVersion3() throws IOException {
    var cast = read("x-v2.cast", V2 + "[1, \"x\", \"1\"]\n# no comment\n");
    assertEquals(1, cast.withoutEnd().size());
    assertEquals(OptionalInt.empty(), cast.end().status());
    assertEquals(1, cast.problems().size());
  }

  @Test
  void halfASurrogatePairBecomesTheReplacementCharacter() throws IOException {
    var cast =
        read(
            "surrogates-v2.cast",
            V2 + "[1, \"o\", \"\\ud83d|\\ude00|\\ud83d\\ude00\"]\n[1, \"m\", \"\\udc00\"]\n");
    assertEquals(Bytes.utf8("\ufffd|\ufffd|\ud83d\ude00"), output(cast, 0));
    assertEquals(new Event.Marker(1_000_000_000, "\ufffd"), cast.events().get(1));
    assertEquals(List.of(), cast.problems());
  }

  @Test
  void bytesThatAreNoUtf8CostTheirCharactersAndNotTheLine() throws IOException {
    var content = new ByteArrayOutputStream();
    content.writeBytes((V2 + "[1, \"o\", \"a").getBytes(StandardCharsets.UTF_8));
    content.write(0xff);
    content.writeBytes("b\"]\n[2, \"o\", \"c\"]\n".getBytes(StandardCharsets.UTF_8));
    var cast = Fixture.read(Fixture.write(folder, "latin1-v2.cast", content.toByteArray()));
    assertEquals(Bytes.utf8("a\ufffdb"), output(cast, 0));
    assertEquals(1, cast.problems().size());
    assertEquals(2, cast.withoutEnd().size());
  }

  @Test
  void rawControlCharactersInStringsAreTaken() throws IOException {
    var cast = read("raw-controls-v2.cast", V2 + "[1, \"o\", \"a\033[m\tb\"]\r\n");
    assertEquals(Bytes.utf8("a\033[m\tb"), output(cast, 0));
    assertEquals(List.of(), cast.problems());
  }

  @Test
  void aStringOfMegabytesIsFine() throws IOException {
    var text = "x\u2713".repeat(2_000_000);
    var cast = read("huge-v2.cast", V2 + "[1, \"o\", \"" + text + "\"]\n");
    assertEquals(Bytes.utf8(text), output(cast, 0));
  }

  @Test
  void nestingIsBounded() throws IOException {
    var cast =
        read("deep-v2.cast", V2 + "[1, \"q\", " + "[".repeat(100_000) + "\n[1,\"o\",\"a\"]\n");
    assertEquals(1, cast.withoutEnd().size());
    assertEquals(1, cast.problems().size());
  }

  @Test
  void manyProblemsAreCountedAndTheFirstOnesKept() throws IOException {
    var file = Fixture.write(folder, "noise-v2.cast", V2 + "noise\n".repeat(5000));
    try (var events = ForeignRecording.open(file).events()) {
      events.forEachRemaining(event -> assertTrue(event instanceof Event.End));
      assertEquals(5000, events.problemCount());
      assertEquals(100, events.problems().size());
    }
  }

  @Test
  void aProblemCannotDriveTheTerminalThatShowsIt() throws IOException {
    var cast = read("hostile\033[2J-v2.cast", V2 + "[1, \"o\", \033]0;title\007]\n");
    var shown = cast.problems().getFirst().toString();
    assertTrue(shown.chars().noneMatch(Character::isISOControl), shown);
  }

  @Test
  void nullsOfVersion1AreAbsent() throws IOException {
    var cast =
        read(
            "nulls-v1.json",
            """
            {
              "version": 1,
              "width": 100,
              "height": 50,
              "duration": 10.5,
              "command": null,
              "title": null,
              "env": null,
              "stdout": [
                [0.000001, "a\\u001b"],
                [1.5, "b"],
                [null, "no interval"],
                "no event",
                [0.5, "c"]
              ]
            }
            """);
    assertEquals(ForeignFormat.ASCIICAST_V1, cast.recording().format());
    assertEquals(
        List.of(
            new Event.Output(1_000, Bytes.utf8("a\033")),
            new Event.Output(1_500_001_000, Bytes.utf8("b")),
            new Event.Output(2_000_001_000, Bytes.utf8("c"))),
        cast.withoutEnd());
    assertEquals(2, cast.problems().size());
    var header = cast.recording().header();
    assertEquals(Optional.of(new WindowSize(100, 50)), header.size());
    assertEquals(Optional.empty(), header.title());
    assertEquals(List.of(), header.words());
  }

  @Test
  void membersMayFollowTheEventsOfVersion1() throws IOException {
    var cast =
        read(
            "events-first-v1.json",
            "{\"stdout\":[[1,\"a\"]],\"version\":1,\"width\":80,\"height\":24,\"title\":\"t\"}");
    assertEquals(ForeignFormat.ASCIICAST_V1, cast.recording().format());
    assertEquals(Optional.of("t"), cast.recording().header().title());
    assertEquals(1, cast.withoutEnd().size());
  }

  @Test
  void aTornVersion1KeepsWhatPrecedesTheTear() throws IOException {
    var cast =
        read(
            "torn-v1.json",
            "{\"version\":1,\"width\":80,\"height\":24,\"stdout\":[[1,\"a\"],[1,\"b\"],[1,\"c");
    assertEquals(2, cast.withoutEnd().size());
    assertEquals(1, cast.problems().size());
    assertTrue(cast.problems().getFirst().reason().startsWith("torn"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      value = {
        "{\"version\": 4}                                         | the version is 4",
        "{\"version\": \"2\"}                                     | the version is",
        "{\"width\": 80}                                          | has no \"version\"",
        "{\"version\": 2, \"height\": 24}                         | has no \"width\"",
        "{\"version\": 2, \"width\": 80, \"height\": null}        | \"height\" is no number",
        "{\"version\": 2, \"width\": 80, \"height\": 65536}       | \"height\" is no number",
        "{\"version\": 2, \"width\": -1, \"height\": 24}          | \"width\" is no number",
        "{\"version\": 3, \"width\": 80, \"height\": 24}          | has no \"term.cols\"",
        "{\"version\": 3, \"term\": {\"cols\": 80}}               | has no \"term.rows\"",
        "{\"version\": 1, \"width\": 80, \"stdout\": []}          | has no \"height\"",
        "{\"version\": 2, \"width\": 80                           | cannot be read",
        "{                                                        | cannot be read",
        "{nonsense                                                | cannot be read",
        "hello                                                    | no recording",
      })
  void aBadHeaderIsOneErrorWithFilePlaceAndReason(String header, String reason) throws IOException {
    var file = Fixture.write(folder, "bad-header.cast", header + "\n[1, \"o\", \"a\"]\n");
    var error = assertThrows(MalformedRecordingException.class, () -> Fixture.read(file));
    var message = String.valueOf(error.getMessage());
    assertTrue(message.contains("bad-header.cast, "), message);
    assertTrue(message.contains("line 1: ") || message.contains("byte 0: "), message);
    assertTrue(message.contains(reason), message);
  }

  @Test
  void anEmptyFileIsNoRecording() throws IOException {
    var file = Fixture.write(folder, "empty.cast", "");
    var error = assertThrows(MalformedRecordingException.class, () -> ForeignRecording.open(file));
    assertTrue(String.valueOf(error.getMessage()).contains("empty"));
  }

  @Test
  void aHeaderIsBoundedInLength() throws IOException {
    var title = "x".repeat(2 << 20);
    var file =
        Fixture.write(
            folder,
            "long-header.cast",
            "{\"version\": 2, \"width\": 80, \"height\": 24, \"title\": \"" + title + "\"}\n");
    assertThrows(MalformedRecordingException.class, () -> ForeignRecording.open(file));
  }

  @Test
  void gzipIsKnownByItsContent() throws IOException {
    var plain = (V2 + "[1, \"o\", \"a\"]\n").getBytes(StandardCharsets.UTF_8);
    var cast = Fixture.read(Fixture.write(folder, "zipped.cast", Fixture.gzip(plain)));
    assertEquals(1, cast.withoutEnd().size());
    assertEquals(ForeignFormat.ASCIICAST_V2, cast.recording().format());
  }

  @Test
  void aTornGzipKeepsWhatCouldBeUnpacked() throws IOException {
    var line = new StringBuilder(V2);
    for (int i = 0; i < 20_000; i++) {
      line.append("[").append(i).append(", \"o\", \"").append(i * 7919 % 1000).append("\"]\n");
    }
    var zipped = Fixture.gzip(line.toString().getBytes(StandardCharsets.UTF_8));
    var file = Fixture.write(folder, "torn.cast.gz", Arrays.copyOf(zipped, zipped.length / 2));
    var cast = Fixture.read(file);
    assertTrue(cast.withoutEnd().size() > 1000, "events: " + cast.events().size());
    assertFalse(cast.problems().isEmpty());
    assertTrue(cast.problems().getLast().reason().contains("compressed file is damaged"));
  }

  private static Bytes output(Fixture cast, int index) {
    return ((Event.Output) cast.events().get(index)).bytes();
  }
}
