package dev.mantra.cli;

import static dev.mantra.cli.TestSessions.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import dev.mantra.replayer.export.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** scan, and what exports show of secrets. */
final class SecretsTest {

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void start() throws IOException {
    mantra = new TestProgram(home);
    new TestSessions(mantra.sessions())
        .add(
            "20261121T090000Z-bash-bbbbbb",
            header -> header,
            List.of(
                new Event.Output(1, Bytes.utf8("$ export GH_TOKEN=" + TOKEN.substring(0, 20))),
                new Event.Output(2, Bytes.utf8(TOKEN.substring(20) + "\r\n$ ")),
                new Event.Input(3, Bytes.utf8("echo " + TOKEN + "\r")),
                TestSessions.end(4, 0)));
  }

  @Test
  void scanSaysWhatAndWhereButNeverTheValue() throws IOException {
    var listed = mantra.run("scan", "last");
    assertEquals(1, listed.status());
    assertTrue(listed.out().contains("github-token#1"), listed.out());
    assertFalse(listed.out().contains(TOKEN.substring(6)), listed.out());
    var json = mantra.run("scan", "--all", "--json").out();
    assertTrue(json.contains("\"kind\":\"github-token\""), json);
    assertFalse(json.contains(TOKEN.substring(6)), json);
  }

  @Test
  void scanOfASessionWithoutSecretsFindsNothing() throws IOException {
    new TestSessions(mantra.sessions()).full();
    assertEquals(0, mantra.run("scan", "20261120").status());
    assertEquals(2, mantra.run("scan").status());
    assertEquals(2, mantra.run("scan", "--all", "last").status());
  }

  @Test
  void exportsHaveSecretsCoveredInTheSameWidth() throws IOException {
    for (var format : List.of("raw", "asciicast-v2", "asciicast-v3")) {
      assertEquals(0, mantra.run("export", "last", "-f", format, "-o", "x." + format).status());
      var text = Files.readString(home.resolve("x." + format));
      assertFalse(text.contains(TOKEN.substring(4, 14)), text);
      assertTrue(text.contains("[REDACTED:github-to"), text);
    }
    assertEquals(
        "$ export GH_TOKEN=".length() + TOKEN.length() + "\r\n$ ".length(),
        Files.size(home.resolve("x.raw")));
  }

  @ParameterizedTest
  @EnumSource
  void noFormatHasASecretThatWasSaidOrShown(ExportFormat format) throws IOException {
    var said = "use " + TOKEN + " for it";
    new TestSessions(mantra.sessions())
        .add(
            "20261121T100000Z-claude-bbbbbb",
            header -> header.title(Optional.of("with " + TOKEN)),
            List.of(
                new Event.Output(1, Bytes.utf8("> " + said + "\r\n")),
                TestMessages.of(1, "p", Kind.USER, new Block.Text(said)),
                TestMessages.of(
                    2, "c", Kind.TOOL, new Block.Call("c", "Bash", "{\"c\":\"" + TOKEN + "\"}")),
                TestMessages.of(3, "r", Kind.ASSISTANT, new Block.Text("```\n" + TOKEN)),
                TestSessions.end(4_000_000_000L, 0)));
    var shown = mantra.run("export", "last", "-f", format.label());
    assertEquals(0, shown.status(), shown.err());
    assertFalse(shown.out().contains(TOKEN.substring(4, 14)), shown.out());
    assertTrue(shown.out().contains("REDACTED"), shown.out());
    var written = mantra.run("export", "last", "-f", format.label(), "-o", "x");
    assertEquals(0, written.status(), written.err());
    assertEquals(shown.out(), Files.readString(home.resolve("x")));
  }

  @Test
  void originalsAreWrittenOnlyByForceWhereNobodyCanBeAsked() throws IOException {
    assertEquals(2, mantra.run("export", "last", "-f", "raw", "--reveal").status());
    assertEquals(2, mantra.run("export", "last", "-f", "raw", "--reveal", "-o", "x").status());
    assertFalse(Files.exists(home.resolve("x")));
    assertTrue(
        mantra.run("export", "last", "-f", "raw", "--reveal", "--force").out().contains(TOKEN));
  }

  @Test
  void rulesOfTheUserCount() throws IOException {
    var config = Files.createDirectories(home.resolve("m/config"));
    Files.writeString(
        config.resolve("redact.toml"), "[[allow]]\nrule = \"github-token\"\n[[bad]]\n");
    var refused = mantra.run("scan", "last");
    assertEquals(65, refused.status(), refused.err());
    assertTrue(refused.err().contains("redact.toml"), refused.err());
    Files.write(config.resolve("redact.toml"), new byte[] {'#', (byte) 0xE9, '\n'});
    var unreadable = mantra.run("scan", "last");
    assertEquals(65, unreadable.status(), unreadable.err());
    assertTrue(unreadable.err().contains("UTF-8"), unreadable.err());
  }
}
