package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.replayer.export.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exports of a conversation. The expected files are in {@code exports}; with {@code
 * -Dmantra.golden=write} they are written again, and the difference is to be read.
 */
final class ExportedConversationTest {

  private static final String ID = "20261120T083000Z-claude-bcdfgh";

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));
  private TestSessions sessions = new TestSessions(Path.of("/"));

  @BeforeEach
  void fill() throws IOException {
    mantra = new TestProgram(home);
    sessions = new TestSessions(mantra.sessions());
    sessions.add(ID, header -> header.title(Optional.of("Ships")), TestMessages.everything());
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatIsAsItWas(ExportFormat format) throws IOException {
    var exported = mantra.run("export", ID, "-f", format.label());
    assertEquals(0, exported.status(), exported.err());
    var name = "ships." + format.label();
    var text = exported.out().replaceAll("\"bytes\" : \\d+", "\"bytes\" : 0");
    var golden = Path.of("src/test/resources/exports", name);
    if (System.getProperty("mantra.golden", "").equals("write")) {
      Files.writeString(golden, text);
    }
    assertEquals(Files.readString(golden), text);
  }

  @ParameterizedTest
  @EnumSource(names = {"MD", "HTML", "CSV", "JSON"})
  void aPartHasTheMessagesWhoseMomentsAreInIt(ExportFormat format) {
    var part =
        mantra.run("export", ID, "-f", format.label(), "--from", "2", "--to", "user:2").out();
    assertTrue(part.contains("There are three"), part);
    assertTrue(part.contains("and the boats?"), part);
    assertFalse(part.contains("I was asked to look"), part);
    assertFalse(part.contains("thank you"), part);
  }

  @Test
  void theLinesOfAPartAreThoseThatWereToBeSeenThen() {
    var part = mantra.run("export", ID, "-f", "txt", "--to", "0:02");
    assertEquals(mantra.run("text", ID, "--to", "0:02").out(), part.out());
    assertFalse(part.out().contains("Tom"), part.out());
  }

  @ParameterizedTest
  @EnumSource(names = {"MD", "HTML", "CSV", "JSON"})
  void aSessionWithoutMessagesIsAValidFileAllTheSame(ExportFormat format) throws IOException {
    sessions.small("20261121T083000Z-bash-bcdfgh", 0);
    var none = mantra.run("export", "last", "-f", format.label());
    assertEquals(0, none.status());
    assertEquals("mantra: this session has no messages\n", none.err());
    assertTrue(none.out().endsWith("\n"), none.out());
    if (format == ExportFormat.JSON) {
      assertTrue(new ObjectMapper().readTree(none.out()).path("messages").isEmpty());
    }
    if (format == ExportFormat.CSV) {
      assertTrue(none.out().startsWith("number,message,step,kind"), none.out());
    }
  }

  @Test
  void jsonSaysOfTheSessionWhatInfoSays() throws IOException {
    var json = new ObjectMapper();
    assertEquals(
        json.readTree(mantra.run("info", ID, "--json").out()).get("session"),
        json.readTree(mantra.run("export", ID, "-f", "json").out()).get("session"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"asciicast-v2", "asciicast-v3"})
  void anExportedRecordingThatIsImportedAgainHasLostNothing(String format) throws IOException {
    assertEquals(0, mantra.run("export", ID, "-f", format, "-o", "a.cast").status());
    var other = new TestProgram(Files.createDirectories(home.resolve("other")));
    var imported = other.run("import", home.resolve("a.cast").toString());
    assertEquals(0, imported.status(), imported.err());
    assertEquals(0, other.run("export", "last", "-f", format, "-o", "b.cast").status());
    assertEquals(
        Files.readString(home.resolve("a.cast")).lines().skip(1).toList(),
        Files.readString(home.resolve("other/b.cast")).lines().skip(1).toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"TXT", "MD", "HTML", "CSV", "JSON"})
  void whatIsHostileLeavesEveryFormatHarmless(ExportFormat format) throws Exception {
    var hostile =
        """
        \u001b]52;c;eA==\u0007\u202e\ud800 </details><script>alert(1)</script>
        ![x](https://example.org/x.png) [y](javascript:alert) &#27; &#x202e; <img src=x onerror=y>
        | `a | <b>` |
        |---|---|
        ```
        # x
        =1+1\r
        """;
    sessions.add(
        "20261121T083000Z-claude-bcdfgh",
        header -> header.title(Optional.of(hostile)),
        List.of(
            TestMessages.of(1, "p", Kind.USER, new Block.Text(hostile)),
            TestMessages.of(2, "c", Kind.TOOL, new Block.Call(hostile, hostile, hostile)),
            TestMessages.extended(3, "c", result(hostile), edit(hostile)),
            TestMessages.of(4, "r", Kind.ASSISTANT, new Block.Text("x".repeat(1 << 20))),
            TestSessions.end(5_000_000_000L, 0)));
    var exported = mantra.run("export", "last", "-f", format.label());
    assertEquals(0, exported.status(), exported.err());
    Harmless.text(exported.err());
    var text = exported.out().replace("\r\n", "\n").replace("\t", " ");
    Harmless.text(text);
    if (format == ExportFormat.HTML) {
      Harmless.page(text);
    }
  }

  private static Block.Result result(String text) {
    return new Block.Result("c", Block.Result.Outcome.DONE, text, OptionalInt.empty());
  }

  private static Block.Edit edit(String text) {
    return new Block.Edit(
        text,
        Block.Edit.Kind.RENAMED,
        Optional.of(text),
        Optional.of(text),
        Optional.of(text),
        Optional.of(text));
  }
}
