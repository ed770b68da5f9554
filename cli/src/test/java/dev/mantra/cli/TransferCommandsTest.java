package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.Store;
import dev.mantra.replayer.export.ExportFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** export, import and fsck. */
final class TransferCommandsTest {

  private static final String CAST =
      """
      {"version": 2, "width": 80, "height": 24, "timestamp": 1700000000, "command": "claude"}
      [0.5, "o", "hello"]
      [1.5, "o", " world"]
      """;

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));
  private TestSessions sessions = new TestSessions(Path.of("/"));

  @BeforeEach
  void start() {
    mantra = new TestProgram(home);
    sessions = new TestSessions(mantra.sessions());
  }

  @Test
  void rawIsWhatWasShownByteForByte() throws IOException {
    var bytes = new byte[] {0, (byte) 0xff, 0x1b, (byte) 0x80, '\r', '\n'};
    sessions.add(
        "20261121T090000Z-cat-bbbbbb",
        header -> header,
        List.of(new Event.Output(1, Bytes.wrap(bytes)), TestSessions.end(2, 0)));
    assertArrayEquals(bytes, mantra.run("export", "last", "-f", "raw").bytes().toArray());
  }

  @Test
  void anExportHasTheMarksThatWereSetLater() throws IOException {
    sessions.full();
    mantra.run("mark", "last", "--at", "0:10", "later");
    mantra.run("mark", "last", "--at", "end", "the end");
    var cast = mantra.run("export", "last", "-f", "asciicast-v2").out();
    assertTrue(cast.contains("[5.000000, \"m\", \"tests green\"]"), cast);
    assertTrue(cast.contains("[10.000000, \"m\", \"later\"]"), cast);
    assertTrue(cast.contains("[30.000000, \"m\", \"the end\"]"), cast);
    assertTrue(cast.startsWith("{\"version\": 2"), cast);
  }

  @Test
  void aPartOfASessionCanBeExported() throws IOException {
    sessions.full();
    assertEquals("bye\r\n", mantra.run("export", "last", "-f", "raw", "--from", "0:10").out());
    assertEquals(
        "hello \u001b[1mworld\u001b[0m\r\n",
        mantra.run("export", "last", "-f", "raw", "--to", "marker:tests green").out());
    assertEquals(
        2, mantra.run("export", "last", "-f", "raw", "--from", "0:10", "--to", "0:05").status());
    assertEquals(2, mantra.run("export", "last", "-f", "raw", "--from", "xyz").status());
    assertEquals(1, mantra.run("export", "last", "-f", "raw", "--from", "marker:no").status());
  }

  @Test
  void aFileIsOnlyReplacedByForceAndNeverLeftHalf() throws IOException {
    sessions.full();
    var file = home.resolve("out.raw");
    assertEquals(0, mantra.run("export", "last", "-f", "raw", "-o", "out.raw").status());
    var refused = mantra.run("export", "last", "-f", "asciicast-v3", "-o", "out.raw");
    assertEquals(74, refused.status());
    assertTrue(refused.err().contains("--force replaces it"), refused.err());
    assertTrue(Files.readString(file).startsWith("hello"));
    assertEquals(
        0, mantra.run("export", "last", "-f", "asciicast-v3", "-o", "out.raw", "--force").status());
    assertTrue(Files.readString(file).startsWith("{"));
    assertEquals(
        1, mantra.run("export", "last", "-f", "raw", "-o", "x", "--from", "marker:no").status());
    try (var files = Files.list(home)) {
      assertEquals(
          List.of("m", "out.raw"), files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void exportSaysWhatItCannotDo() throws IOException {
    sessions.full();
    var format = mantra.run("export", "last", "-f", "gif");
    assertEquals(2, format.status());
    assertTrue(
        format.err().contains("'gif' is no format to export to; there are asciicast-v3"),
        format.err());
    assertEquals(2, mantra.run("export", "last").status());
    var folder = mantra.run("export", "last", "-f", "raw", "-o", "nowhere/x");
    assertEquals(74, folder.status());
    assertTrue(folder.err().contains("nowhere is not there"), folder.err());
    assertEquals(74, mantra.run("export", "last", "-f", "raw", "-o", ".").status());
  }

  @Test
  void playNeedsATerminal() throws IOException {
    sessions.full();
    var result = mantra.run("play", "last");
    assertEquals(2, result.status());
    assertTrue(result.err().contains("standard output is no terminal"), result.err());
    assertEquals(2, mantra.run("play", "last", "--speed", "0").status());
  }

  @Test
  void importsARecordingOnce() throws IOException {
    Files.writeString(home.resolve("demo.cast"), CAST);
    var first = mantra.run("import", "demo.cast");
    assertEquals(0, first.status(), first.err());
    assertTrue(
        first.out().contains("demo.cast (asciicast-v2) 20231114T221320Z-claude-"), first.out());
    Files.copy(home.resolve("demo.cast"), home.resolve("copy.cast"));
    var second = mantra.run("import", "demo.cast", "copy.cast");
    assertEquals(0, second.status());
    assertEquals(
        "imported 0, known 2, failed 0, problems in the imported 0", lastLine(second.out()));
    assertEquals("hello world", mantra.run("export", "last", "-f", "raw").out());
    assertTrue(mantra.run("ls").out().contains("imported"));
  }

  @Test
  void aDryRunImportsNothing() throws IOException {
    Files.writeString(home.resolve("demo.cast"), CAST);
    var result = mantra.run("import", "--dry-run", "demo.cast");
    assertEquals(0, result.status());
    assertTrue(result.out().startsWith("would import "), result.out());
    assertFalse(Files.exists(mantra.sessions()));
  }

  @Test
  void aTornRecordingIsImportedAndItsTroubleTold() throws IOException {
    Files.writeString(home.resolve("torn.cast"), CAST + "[2.5, \"o\", \"torn");
    var result = mantra.run("import", "torn.cast");
    assertEquals(0, result.status());
    assertTrue(result.err().contains("torn.cast, line 4: "), result.err());
    assertTrue(lastLine(result.out()).endsWith("problems in the imported 1"), result.out());
    assertEquals("hello world", mantra.run("export", "last", "-f", "raw").out());
  }

  @Test
  void whatIsNoRecordingIsNamedAndTheOthersAreImported() throws IOException {
    Files.writeString(home.resolve("demo.cast"), CAST);
    Files.writeString(home.resolve("shopping.txt"), "milk, bread\n");
    var result = mantra.run("import", "shopping.txt", "missing.cast", "demo.cast");
    assertEquals(74, result.status());
    assertEquals(65, mantra.run("import", "shopping.txt").status());
    assertTrue(result.err().contains("shopping.txt"), result.err());
    assertTrue(result.err().contains("missing.cast: there is no such file"), result.err());
    assertEquals(
        "imported 1, known 0, failed 2, problems in the imported 0", lastLine(result.out()));
    assertEquals(1, mantra.run("import").status());
  }

  @Test
  void aStoreThatCannotBeWrittenIsToldWithItsPath() throws IOException {
    Files.writeString(home.resolve("demo.cast"), CAST);
    Files.writeString(home.resolve("file"), "");
    mantra.with("MANTRA_STORE_DATA", home.resolve("file/data").toString());
    var result = mantra.run("import", "demo.cast");
    assertEquals(74, result.status());
    assertTrue(result.err().contains("cannot import"), result.err());
    assertFalse(result.err().contains("Exception"), result.err());
    assertEquals(1, mantra.run("doctor").status());
  }

  @Test
  void importsAllOfAFolder() throws IOException {
    var folder = Files.createDirectories(home.resolve("casts/deep"));
    Files.writeString(folder.resolve("a.cast"), CAST);
    Files.writeString(folder.resolve("b.cast"), CAST.replace("hello", "other"));
    Files.writeString(folder.resolve("c.txt"), "not looked at");
    var result = mantra.run("import", "casts");
    assertEquals(
        "imported 2, known 0, failed 0, problems in the imported 0", lastLine(result.out()));
    assertEquals(1, mantra.run("import", "m").status());
  }

  @Test
  void importsScriptsTwoFiles() throws IOException {
    Files.writeString(home.resolve("t.times"), "0.5 6\n0.5 5\n");
    Files.writeString(
        home.resolve("session.log"),
        "Script started on 2023-11-14 22:13:20+00:00 [TERM=\"xterm\"]\nhello world");
    var result = mantra.run("import", "--timing", "t.times", "--log-out", "session.log");
    assertEquals(0, result.status(), result.err());
    assertEquals("hello world", mantra.run("export", "last", "-f", "raw").out());
    assertEquals(2, mantra.run("import", "--log-out", "session.log").status());
  }

  @Test
  void whatAKilledImportLeftIsImportedAgain() throws IOException {
    Files.writeString(home.resolve("demo.cast"), CAST);
    mantra.run("import", "demo.cast");
    var done = new Store(mantra.sessions()).find("last");
    var header = done.summary().header();
    var origin = header.origin().orElseThrow();
    mantra.run("rm", "--yes", "last");
    sessions.add(
        "20231114T221320Z-claude-bbbbbb",
        copy -> copy.origin(origin),
        List.of(new Event.Output(1, Bytes.utf8("hel"))));
    var again = mantra.run("import", "demo.cast");
    assertEquals(
        "imported 1, known 0, failed 0, problems in the imported 0", lastLine(again.out()));
    assertEquals(1, new Store(mantra.sessions()).sessions().size());
  }

  @Test
  void fsckFindsNothingWhereNothingIsWrong() throws IOException {
    sessions.full();
    sessions.interrupted("20261119T090000Z-gemini-bbbbbb");
    var result = mantra.run("fsck", "--all");
    assertEquals(0, result.status());
    assertEquals(
        """
        20261120T083000Z-claude-bcdfgh sound, 8 events
        20261119T090000Z-gemini-bbbbbb sound, 1 events, without an end
        """,
        result.out());
    assertEquals(2, mantra.run("fsck").status());
    assertEquals(2, mantra.run("fsck", "--all", "last").status());
  }

  @Test
  void fsckTellsFileBytesAndReasonOfDamageAndRescuesTheRest() throws IOException {
    var session = sessions.full();
    var file = journalFile(session.journal());
    var bytes = Files.readAllBytes(file);
    int at = indexOf(bytes, "hello ");
    bytes[at] ^= 1;
    Files.write(file, bytes);
    var result = mantra.run("fsck", "last", "--salvage");
    assertEquals(1, result.status());
    assertTrue(result.out().contains(file + ", bytes "), result.out());
    assertTrue(result.out().contains("salvaged as 20261120T083000Z-claude-"), result.out());
    assertEquals(2, new Store(mantra.sessions()).sessions().size());
    var id = lastLine(result.out()).replaceAll(".* ", "");
    assertEquals(0, mantra.run("fsck", id).status());
    assertEquals("bye\r\n", mantra.run("export", id, "-f", "raw").out());
    var info = mantra.run("info", id).out();
    assertTrue(info.contains("damaged journal: bytes "), info);
    assertTrue(info.contains("salvaged from 20261120T083000Z-claude-bcdfgh"), info);
    var export = mantra.run("export", session.id().value(), "-f", "raw");
    assertEquals(0, export.status());
    assertTrue(export.err().contains("1 damaged place(s)"), export.err());
  }

  @ParameterizedTest
  @EnumSource
  void exportsOfAnyKindSayThatDamagedPlacesAreMissing(ExportFormat format) throws IOException {
    var session = sessions.full();
    var file = journalFile(session.journal());
    var bytes = Files.readAllBytes(file);
    bytes[indexOf(bytes, "hello ")] ^= 1;
    Files.write(file, bytes);
    for (int time = 0; time < 2; time++) {
      var export = mantra.run("export", session.id().value(), "-f", format.label());
      assertEquals(0, export.status(), export.err());
      assertTrue(export.err().contains("1 damaged place(s)"), export.err());
    }
  }

  @Test
  void fsckSurvivesAJournalThatIsGone() throws IOException {
    var session = sessions.full();
    Files.delete(journalFile(session.journal()));
    var result = mantra.run("fsck", "--all");
    assertEquals(1, result.status());
    assertTrue(result.out().contains("unreadable"), result.out());
  }

  private static Path journalFile(Path journal) throws IOException {
    try (var files = Files.newDirectoryStream(journal, "*.cq4")) {
      return files.iterator().next();
    }
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  private static String lastLine(String text) {
    return text.lines().reduce("", (_, line) -> line);
  }
}
