package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.WorkspaceStart.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesCommandTest {

  private static final String ID = "20261120T083000Z-claude-bcdfgh";

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));
  private TestWorkspaces workspaces = new TestWorkspaces(mantra);

  @BeforeEach
  void fill() throws IOException {
    mantra = new TestProgram(home);
    workspaces = new TestWorkspaces(mantra);
    workspaces.everything(ID);
  }

  @Test
  void theListIsWhatStoodThereThen() {
    var said = mantra.run("files", "last", "--at", "1");
    assertEquals(
        """
        -rw-r--r-- 3 B data.bin
        drwxr-x--- empty/
        lrwxrwxrwx latest -> src/ships.txt
        -rwxr-xr-x 10 B run.sh
        -rw-r--r-- 8 B src/ships.txt
        """,
        said.out().replaceAll(" +", " "));
    assertEquals(0, said.status(), said.err());
  }

  @Test
  void whatWasNotCapturedIsNamedWithTheReason() {
    var said = mantra.run("files", "last");
    assertTrue(said.out().contains("big.iso  (not captured: file limit)"), said.out());
    assertTrue(said.err().contains("pipe, special: a pipe"), said.err());
    assertEquals(1, said.status());
  }

  @Test
  void aMessageHasTheFilesOfItsMomentAndNotOfTheOneAfter() {
    assertEquals("one\ntwo\n", printed("1"));
    assertEquals("one\ntwo\nthree\n", printed("2"));
    assertEquals(1, mantra.run("files", "last", "--at", "3", "--path", "src/ships.txt").status());
    assertEquals(
        "one\ntwo\nthree\n",
        mantra.run("files", "last", "--at", "3", "--path", "/home/ada/shop/src/fleet.txt").out());
  }

  @Test
  void whatCannotBePrintedIsAnsweredWithTheReason() {
    assertTrue(refused("--path", "nothing").contains("no such file"));
    assertTrue(refused("--path", "src").contains("a folder"));
    assertTrue(refused("--path", "latest").contains("a link to src/ships.txt"));
    assertTrue(refused("--path", "big.iso").contains("file limit"));
    assertTrue(refused("--path", "/etc/passwd").contains("is not in the workspace"));
    assertEquals(2, mantra.run("files", "last", "--path", "a", "-o", "b").status());
  }

  @Test
  void theTreeIsWrittenWithModesAndLinks() throws IOException {
    var target = home.resolve("at-1");
    var said = mantra.run("files", "last", "--at", "1", "-o", target.toString());
    assertEquals(0, said.status(), said.err());
    assertEquals("one\ntwo\n", Files.readString(target.resolve("src/ships.txt")));
    assertEquals(Path.of("src/ships.txt"), Files.readSymbolicLink(target.resolve("latest")));
    assertEquals(0755, mode(target.resolve("run.sh")));
    assertEquals(0750, mode(target.resolve("empty")));
    try (var all = Files.walk(target)) {
      assertEquals(7, all.count());
    }
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    var target = Files.createDirectory(home.resolve("mine"));
    Files.writeString(target.resolve("work.txt"), "mine");
    var said = mantra.run("files", "last", "-o", target.toString());
    assertEquals(74, said.status());
    assertTrue(said.err().contains("it is not empty; name a new folder"), said.err());
    assertEquals(74, mantra.run("files", "last", "-o", target + "/work.txt").status());
    assertEquals("mine", Files.readString(target.resolve("work.txt")));
  }

  @Test
  void whatIsMissingIsLeftOutAndSaid() {
    var said = mantra.run("files", "last", "-o", home.resolve("end").toString());
    assertEquals(1, said.status());
    assertTrue(said.err().contains("big.iso is not there: file limit"), said.err());
    assertFalse(Files.exists(home.resolve("end/big.iso")));
    assertTrue(Files.exists(home.resolve("end/src/fleet.txt")));
  }

  @Test
  void noNameAndNoLinkLeadsOutOfTheFolder() throws IOException {
    var outside = Files.createDirectory(home.resolve("outside"));
    var link = Optional.<FileState>of(new FileState.Link(Bytes.utf8(outside.toString())));
    workspaces.start(new Found(Bytes.utf8("../up.txt"), workspaces.file(0644, "no")));
    workspaces.change(2, FileEdit.Kind.ADDED, "way/in.txt", workspaces.file(0644, "no"));
    workspaces.change(2, FileEdit.Kind.ADDED, "way", link);
    workspaces.change(2, FileEdit.Kind.ADDED, "other", link);
    workspaces.change(2, FileEdit.Kind.ADDED, "other/in.txt", workspaces.file(0644, "no"));
    workspaces.add("20261121T083000Z-claude-bcdfgh");
    var target = home.resolve("deep/tree");
    Files.createDirectories(target);
    assertEquals(1, mantra.run("files", "last", "-o", target.toString()).status());
    assertFalse(Files.exists(home.resolve("deep/up.txt")));
    try (var files = Files.list(outside)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void onATerminalNamesAndContentsDoNoHarm() {
    mantra.onTerminal(80, Stream.OUT);
    var list = mantra.run("files", "last").out();
    assertTrue(list.contains("a\\e[2Jb"), list);
    var file = mantra.run("files", "last", "--path", "a\u001b[2Jb").out();
    assertEquals("x    y\\e[31m\n", file);
    var binary = mantra.run("files", "last", "--path", "data.bin");
    assertEquals(1, binary.status());
  }

  @Test
  void withoutACaptureItIsWhatAgentsTell() throws IOException {
    var id = "20261120T083000Z-bash-bcdfgh";
    var edit =
        new Block.Edit(
            "/home/ada/shop/b.txt",
            Block.Edit.Kind.MODIFIED,
            Optional.empty(),
            Optional.of("@@ -1,1 +1,2 @@\n one\n+two\n"),
            Optional.of("one\n"),
            Optional.empty());
    var events = new ArrayList<>(TestMessages.everything());
    events.add(events.size() - 1, TestMessages.of(15, "c9", Kind.TOOL, edit));
    new TestSessions(mantra.sessions()).add(id, h -> h, events);
    assertEquals("one\n", mantra.run("files", id, "--at", "1", "--path", "b.txt").out());
    assertEquals("one\ntwo\n", mantra.run("files", id, "--path", "b.txt").out());
    assertEquals("x\n", mantra.run("files", id, "--at", "2", "--path", "a.txt").out());
    var list = mantra.run("files", id, "--json");
    assertTrue(list.out().contains("\"origin\" : \"transcript\""), list.out());
    assertTrue(list.err().contains("from the transcript"), list.err());
    assertTrue(mantra.run("diff", id).out().contains("\n one\n+two\n"));
  }

  @Test
  void aSessionWithoutFilesIsAnsweredWithOne() throws IOException {
    new TestSessions(mantra.sessions()).small("20261122T083000Z-bash-bcdfgh", 0);
    for (var command : new String[] {"files", "diff"}) {
      var said = mantra.run(command, "last");
      assertEquals(1, said.status());
      assertTrue(said.err().contains("no files were captured"), said.err());
    }
  }

  private String printed(String at) {
    return mantra.run("files", "last", "--at", at, "--path", "src/ships.txt").out();
  }

  private String refused(String... options) {
    var words = new String[options.length + 2];
    words[0] = "files";
    words[1] = "last";
    System.arraycopy(options, 0, words, 2, options.length);
    var said = mantra.run(words);
    assertEquals(1, said.status());
    assertEquals("", said.out());
    return said.err();
  }

  private static int mode(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
  }
}
