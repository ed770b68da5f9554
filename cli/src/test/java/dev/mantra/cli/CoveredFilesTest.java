package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.WorkspaceStart.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is secret anywhere in a session is covered in its files, whatever they are called. */
final class CoveredFilesTest {

  /** In a file nothing gives it away: what was said in the session does. */
  private static final String PASSWORD = "Quiet7" + "Harbor!lamp";

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void start() throws IOException {
    mantra = new TestProgram(home);
    var files = new TestWorkspaces(mantra);
    var before = "harbors\n\n" + PASSWORD + "\n";
    files.start(
        new Found(Bytes.utf8("notes.txt"), files.file(0644, before)),
        new Found(Bytes.utf8("old-" + PASSWORD + ".txt"), files.file(0600, "one\n")),
        new Found(
            Bytes.utf8("latest"), Optional.of(new FileState.Link(Bytes.utf8("x/" + PASSWORD)))));
    files.say(2, Kind.USER, new Block.Text("export DB_PASSWORD='" + PASSWORD + "'"));
    files.patch(3, "notes.txt", before, before + "twice: " + PASSWORD + "\n");
    files.add("20261121T090000Z-bash-bbbbbb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "files last",
        "files last --json",
        "files last --path notes.txt",
        "diff last",
        "diff last --json",
        "diff last --by message",
        "diff last --stat",
        "diff last start start"
      })
  void noDoorShowsItInFiles(String door) throws IOException {
    var shown = mantra.run(door.split(" ", -1));
    assertFalse(shown.out().contains(PASSWORD), shown.out() + shown.err());
    assertFalse(shown.err().contains(PASSWORD), shown.err());
    assertEquals(shown.out(), mantra.run(door.split(" ", -1)).out());
  }

  @Test
  void aTreeThatIsWrittenHoldsItNeitherInNamesNorInContents() throws IOException {
    var tree = home.resolve("tree");
    assertEquals(0, mantra.run("files", "last", "-o", tree.toString()).status());
    assertEquals(
        "harbors\n\n[REDACTED:password#1]\ntwice: [REDACTED:password#1]\n",
        Files.readString(tree.resolve("notes.txt")));
    assertEquals("one\n", Files.readString(tree.resolve("old-[REDACTED:password#1].txt")));
    assertEquals(
        Path.of("x/[REDACTED:password#1]"), Files.readSymbolicLink(tree.resolve("latest")));
  }

  @Test
  void whoeverInsistsGetsTheOriginals() throws IOException {
    var shown = mantra.run("files", "last", "--path", "notes.txt", "--reveal", "--force");
    assertTrue(shown.out().contains("twice: " + PASSWORD), shown.out() + shown.err());
  }
}
