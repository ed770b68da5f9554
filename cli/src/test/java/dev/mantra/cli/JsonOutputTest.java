package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.SessionHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shapes of {@code --json} are promises. A change here is a change of the schema: new fields
 * are fine, everything else needs a new version.
 */
final class JsonOutputTest {

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void fill() throws IOException {
    mantra = new TestProgram(home);
    var sessions = new TestSessions(mantra.sessions());
    sessions.full();
    sessions.interrupted("20261119T090000Z-gemini-bbbbbb");
    sessions.add(
        "20231114T221320Z-sh-bbbbbb",
        header ->
            header
                .command(List.of())
                .folder(Bytes.EMPTY)
                .origin(new SessionHeader.Origin("ttyrec", "/casts/a.ttyrec", "00ff", Bytes.EMPTY)),
        List.of(TestSessions.end(1_500_000_000L, 3)));
    Files.createDirectories(mantra.sessions().resolve("20221114T221320Z-vim-bbbbbb"));
    mantra.run("tag", "20261120", "auth");
    mantra.run("note", "20261120", "größe");
    mantra.run("mark", "20261120", "--at", "0:10", "the bug");
  }

  @Test
  void ls() throws IOException {
    assertGolden("ls.json", mantra.run("ls", "--json").out());
  }

  @Test
  void infoOfAFullSession() throws IOException {
    assertGolden("info-full.json", mantra.run("info", "20261120", "--json").out());
  }

  @Test
  void infoOfAnImportedSession() throws IOException {
    assertGolden("info-imported.json", mantra.run("info", "2023", "--json").out());
  }

  @Test
  void messages() throws IOException {
    assertGolden("messages.json", mantra.run("messages", said(), "--json").out());
  }

  @Test
  void messagesInFull() throws IOException {
    assertGolden(
        "messages-full.json",
        mantra.run("messages", said(), "--json", "--full", "--kind", "all").out());
  }

  @Test
  void infoOfASessionWithMessages() throws IOException {
    assertGolden("info-messages.json", mantra.run("info", said(), "--json").out());
  }

  @Test
  void files() throws IOException {
    assertGolden("files.json", mantra.run("files", changed(), "--json").out());
  }

  @Test
  void diff() throws IOException {
    assertGolden("diff.json", mantra.run("diff", changed(), "--json").out());
  }

  @Test
  void diffByMessage() throws IOException {
    assertGolden(
        "diff-by-message.json",
        mantra.run("diff", changed(), "1", "3", "--by", "message", "--json").out());
  }

  private String changed() throws IOException {
    var id = "20261120T083000Z-vim-bcdfgh";
    new TestWorkspaces(mantra).everything(id);
    return id;
  }

  private String said() throws IOException {
    var id = "20261120T083000Z-bash-bcdfgh";
    new TestSessions(mantra.sessions()).add(id, header -> header, TestMessages.everything());
    return id;
  }

  @Test
  void config() throws IOException {
    assertGolden("config.json", mantra.run("config", "--json").out());
  }

  @Test
  void theManualNamesEveryField() throws IOException {
    var manual = Files.readString(Path.of("../docs/cli.md"));
    for (var file :
        List.of(
            "ls.json",
            "info-full.json",
            "info-imported.json",
            "info-messages.json",
            "messages.json",
            "messages-full.json",
            "files.json",
            "diff.json",
            "diff-by-message.json",
            "config.json")) {
      for (var field :
          golden(file)
              .lines()
              .filter(line -> line.contains("\" : "))
              .map(line -> line.strip().split("\"", 3)[1])
              .filter(field -> !field.matches("[A-Z]+"))
              .collect(Collectors.toSet())) {
        assertTrue(manual.contains("`" + field + "`"), field + " is not in docs/cli.md");
      }
    }
  }

  private void assertGolden(String name, String actual) throws IOException {
    // Journals may grow by what the format adds; where the store is differs from run to run.
    var comparable =
        actual
            .replaceAll("\"bytes\" : [0-9]{5,}", "\"bytes\" : 100000")
            .replace(home.toString(), "/home");
    assertEquals(golden(name), comparable);
  }

  private static String golden(String name) throws IOException {
    try (var in = JsonOutputTest.class.getResourceAsStream("/golden/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
