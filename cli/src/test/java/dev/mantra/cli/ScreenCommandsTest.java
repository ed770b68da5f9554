package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** screen, text and emulate. */
final class ScreenCommandsTest {

  private static final long SECOND = 1_000_000_000L;

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void fill() throws IOException {
    mantra = new TestProgram(home);
    new TestSessions(mantra.sessions())
        .add(
            "20261121T090000Z-vim-bbbbbb",
            header -> header.size(new WindowSize(20, 3)),
            List.of(
                new Event.Output(SECOND, Bytes.utf8("one\r\n\u001b[31mtwo\u001b[0m\r\n")),
                new Event.Marker(2 * SECOND, "here"),
                new Event.Output(3 * SECOND, Bytes.utf8("\u001b[2J\u001b[Hthree 漢字")),
                new Event.Resize(4 * SECOND, new WindowSize(10, 2)),
                new Event.Output(5 * SECOND, Bytes.utf8("\r\nfour")),
                TestSessions.end(6 * SECOND, 0)));
  }

  @Test
  void screenShowsTheEndAsTextWhereNobodyLooks() {
    assertEquals("three 漢字\nfour\n", mantra.run("screen", "last").out());
  }

  @Test
  void screenShowsAnyPosition() {
    assertEquals("one\ntwo\n\n", mantra.run("screen", "last", "--at", "0:02").out());
    assertEquals("one\ntwo\n\n", mantra.run("screen", "last", "--at", "marker:here").out());
    assertEquals("\n\n\n", mantra.run("screen", "last", "--at", "start").out());
    assertEquals("three 漢字\n\n\n", mantra.run("screen", "last", "--at", "0:03.5").out());
  }

  @Test
  void screenHasColoursOnATerminalThatHasThem() {
    var coloured = "one\n\u001b[31mtwo\u001b[0m\n\n";
    var asked = new String[] {"screen", "last", "--at", "0:02"};
    mantra.onTerminal(80, Stream.OUT);
    assertEquals(coloured, mantra.run(asked).out());
    assertEquals("one\ntwo\n\n", mantra.with("NO_COLOR", "1").run(asked).out());
    assertEquals(coloured, mantra.run("screen", "last", "--at", "0:02", "--format", "ansi").out());
    mantra.onTerminal(80).with("NO_COLOR", "").with("CLICOLOR_FORCE", "1");
    assertEquals(coloured, mantra.run(asked).out());
  }

  @Test
  void screenTakesTheFormatFromTheFilesEnding() throws IOException {
    for (var file : List.of("a.txt", "a.ans", "a.json", "a.svg", "a.html", "plain")) {
      assertEquals(0, mantra.run("screen", "last", "-o", file).status(), file);
    }
    assertEquals("three 漢字\nfour\n", read("a.txt"));
    assertEquals(read("a.txt"), read("plain"));
    assertTrue(read("a.svg").startsWith("<svg "), read("a.svg"));
    assertTrue(read("a.html").startsWith("<!DOCTYPE html>\n"), read("a.html"));
    assertEquals(
        10,
        new ObjectMapper().readTree(read("a.json")).at("/size/columns").asInt(),
        read("a.json"));
    assertEquals(0, mantra.run("screen", "last", "-o", "a.txt", "-f", "svg", "--force").status());
    assertEquals(read("a.svg"), read("a.txt"));
  }

  @Test
  void screenReplacesNoFileUnasked() throws IOException {
    Files.writeString(home.resolve("mine.svg"), "mine");
    var refused = mantra.run("screen", "last", "-o", "mine.svg");
    assertEquals(74, refused.status());
    assertTrue(refused.err().contains("it is there already"), refused.err());
    assertEquals("mine", read("mine.svg"));
  }

  @Test
  void screenSaysWhatItDoesNotKnow() {
    var format = mantra.run("screen", "last", "-f", "png");
    assertEquals(2, format.status());
    assertTrue(format.err().contains("there are text, ansi, json, svg, html"), format.err());
    assertEquals(2, mantra.run("screen", "last", "--at", "nonsense").status());
    assertEquals(1, mantra.run("screen", "last", "--at", "marker:nope").status());
    assertEquals(1, mantra.run("screen", "2031").status());
  }

  @Test
  void theManualNamesEveryFieldOfAScreen() throws IOException {
    var styles = new StringBuilder("\u001b]2;t\u0007\u001b]10;#fff\u0007\u001b]11;#000\u0007");
    styles.append("\u001b]12;#00f\u0007\u001b]8;;https://example.org\u0007");
    for (var code : List.of("1", "2", "3", "5", "7", "8", "9", "53", "4;58;5;9", "31;48;2;1;2;3")) {
      styles.append("\u001b[0;").append(code).append("mx");
    }
    new TestSessions(mantra.sessions())
        .add(
            "20261121T100000Z-sh-bbbbbb",
            header -> header,
            List.of(
                new Event.Output(SECOND, Bytes.utf8(styles.toString())),
                TestSessions.end(2 * SECOND, 0)));
    var screen = new ObjectMapper().readTree(mantra.run("screen", "last", "-f", "json").out());
    var manual = Files.readString(Path.of("../docs/cli.md"));
    var fields = new TreeSet<>(screen.propertyStream().map(Map.Entry::getKey).toList());
    screen
        .get("rows")
        .get(0)
        .get("runs")
        .forEach(run -> run.fieldNames().forEachRemaining(fields::add));
    screen.get("rows").get(0).fieldNames().forEachRemaining(fields::add);
    screen.get("cursor").fieldNames().forEachRemaining(fields::add);
    assertTrue(fields.size() > 25, fields.toString());
    for (var field : fields) {
      assertTrue(manual.contains("`" + field + "`"), field + " is not in docs/cli.md");
    }
  }

  @Test
  void goldenWritesACaseThatCanBePlayedAgain() throws IOException {
    assertEquals(0, mantra.run("screen", "last", "--golden", "case").status());
    assertEquals("20 3\n" + input("0:04").length() + " 10 2\n", read("case/size"));
    assertArrayEquals(input("end").toArray(), Files.readAllBytes(home.resolve("case/input")));
    assertEquals("three 漢字\nfour\n", read("case/screen.txt"));
    for (var format : List.of("ans", "json", "svg", "html")) {
      assertTrue(Files.exists(home.resolve("case/screen." + format)), format);
    }
    assertEquals(74, mantra.run("screen", "last", "--golden", "case").status());
    assertFalse(mantra.run("screen", "--help").out().contains("golden"));
  }

  @Test
  void textPrintsEveryLineOnce() {
    assertEquals("one\ntwo\nthree 漢字\nfour\n", mantra.run("text", "last").out());
  }

  @Test
  void textTellsWhenALineWasFirstSeen() {
    assertEquals(
        """
        0:01      one
        0:01      two
        0:03      three 漢字
        0:05      four
        """,
        mantra.run("text", "last", "--times").out());
  }

  @Test
  void textPrintsWhatWasThereBetweenTwoPositions() {
    assertEquals("one\ntwo\n", mantra.run("text", "last", "--to", "marker:here").out());
    assertEquals("three 漢字\nfour\n", mantra.run("text", "last", "--from", "0:04").out());
    assertEquals(2, mantra.run("text", "last", "--from", "end", "--to", "start").status());
  }

  @Test
  void textHasAnObjectALine() throws IOException {
    var lines = mantra.run("text", "last", "--json").out().lines().toList();
    assertEquals(4, lines.size());
    var line = new ObjectMapper().readTree(lines.get(1));
    assertEquals(
        "[schemaVersion, number, text, first, last, place]",
        line.propertyStream().map(Map.Entry::getKey).toList().toString());
    assertEquals("two", line.get("text").asText());
    assertEquals(1.0, line.get("first").asDouble());
    assertEquals("wiped", line.get("place").asText());
    assertTrue(lines.get(2).contains("\\u"), lines.get(2));
  }

  @Test
  void textIsMadeSafeOnlyForATerminal() throws IOException {
    new TestSessions(mantra.sessions())
        .add(
            "20261121T100000Z-sh-bbbbbb",
            header -> header,
            List.of(
                new Event.Output(SECOND, Bytes.utf8("a\u202eb\r\n")),
                TestSessions.end(2 * SECOND, 0)));
    assertEquals("a\u202eb\n", mantra.run("text", "last").out());
    mantra.onTerminal(80, Stream.OUT);
    assertEquals("a\\u{202e}b\n", mantra.run("text", "last").out());
  }

  @Test
  void emulateShowsAScreenForEachCase() throws IOException {
    var shown =
        mantra
            .typing(
                """
                {"cols": 5, "rows": 2, "scrollback": 9, "chunks": ["%s", {"resize": [4, 2]}]}

                {"cols": 3, "rows": 1, "chunks": ["%s"]}
                """
                    .formatted(base64("a\r\nb\r\n\u001b[1mbold"), base64("\u001b]2;t\u0007漢")))
            .run("emulate", "--batch");
    assertEquals(0, shown.status(), shown.err());
    var screens = shown.out().lines().toList();
    assertEquals(2, screens.size());
    var first = new ObjectMapper().readTree(screens.getFirst());
    assertEquals("[\"b\",\"bold\"]", first.get("lines").toString());
    assertEquals("[\"a\"]", first.get("scrollback").toString());
    assertEquals("[[],[[0,4,\"bold\"]]]", first.get("attrs").toString());
    var second = new ObjectMapper().readTree(screens.getLast());
    assertEquals("[0,2]", second.get("cursor").toString());
    assertEquals("t", second.get("title").asText());
  }

  @Test
  void emulateGoesOnBehindACaseThatCannotBeRead() {
    var shown =
        mantra
            .typing(
                "not json\n{\"chunks\": [\"%%%\"]}\n{\"cols\": 2, \"rows\": 1, \"chunks\": []}\n")
            .run("emulate", "--batch")
            .out()
            .lines()
            .toList();
    assertEquals(3, shown.size());
    assertTrue(shown.get(0).startsWith("{\"error\":"), shown.get(0));
    assertTrue(shown.get(1).startsWith("{\"error\":"), shown.get(1));
    assertTrue(shown.get(2).contains("\"lines\":[\"\"]"), shown.get(2));
  }

  @Test
  void emulateIsInNoList() {
    assertFalse(mantra.run("--help").out().contains("emulate"));
    assertTrue(mantra.run("emulate", "--help").out().contains("--batch"));
  }

  private Bytes input(String until) {
    return mantra.run("export", "last", "-f", "raw", "--to", until).bytes();
  }

  private String read(String file) throws IOException {
    return Files.readString(home.resolve(file));
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
