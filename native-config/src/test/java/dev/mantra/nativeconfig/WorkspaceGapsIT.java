package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be captured is said, with its reason, and the rest is right all the same. */
class WorkspaceGapsIT {

  /** Waits until the first look is over. */
  private static final String READY =
      """
      until "$MANTRA" files "$MANTRA_SESSION" 2>&1 | grep -q plain; do sleep 0.3; done
      copy() { "$MANTRA" mark "$1"; mkdir "$COPIES/$1"; cp -a . "$COPIES/$1/" 2> /dev/null || :; sleep 1; }
      """;

  @TempDir Path home;
  private RecordedFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new RecordedFolder(home);
    Files.writeString(folder.work.resolve("plain"), "plain\n");
  }

  @AfterEach
  void openWhatWasClosed() throws Exception {
    folder.sh("chmod -R u+rwx " + folder.work + " " + folder.copies);
  }

  @Test
  void whatMayNotBeReadIsSaid() throws Exception {
    var locked = Files.writeString(folder.work.resolve("locked"), "locked\n");
    var closed = Files.createDirectory(folder.work.resolve("closed"));
    Files.writeString(closed.resolve("in"), "in\n");
    close(locked);
    close(closed);
    var script =
        READY
            + """
            echo more >> plain; echo new > new; copy first
            chmod 755 closed; copy opened
            echo other > closed/other; chmod 000 closed; echo more >> plain; copy again
            """;
    folder.record(mayNotReadAll(), "sh", folder.script("closed.sh", script).toString());
    assertSaid(
        "locked is not there: unreadable", "files", "last", "-o", home.resolve("out").toString());
    assertSaid("closed, unreadable", "files", "last");
    assertSaid("closed, unreadable", "info", "last");
    assertSaid("contents of files: 1 unreadable", "info", "last");
    folder.sh("chmod -R u+rwx " + folder.work);
    var first = folder.written("marker:first", 1);
    assertEquals("644 plain\nmore\n", first.get("plain"));
    assertEquals("644 new\n", first.get("new"));
    assertEquals("folder 0", first.get("closed"));
    assertEquals("644 in\n", folder.written("marker:opened", 1).get("closed/in"));
    var again = folder.written("marker:again", 1);
    assertEquals("644 plain\nmore\nmore\n", again.get("plain"));
  }

  @Test
  void whenTheSystemWatchesNoMoreFoldersChangesAreFoundByComparing() throws Exception {
    var limited =
        List.of(
            "unshare",
            "--user",
            "--map-root-user",
            "sh",
            "-c",
            "echo 3 > /proc/sys/user/max_inotify_watches && exec \"$@\"",
            "sh");
    assumeWorks(limited);
    for (var name : List.of("a", "b", "c/d")) {
      Files.createDirectories(folder.work.resolve(name));
    }
    var script =
        READY
            + """
            echo one > c/d/one; echo two > b/two; copy first; sleep 3
            rm -r c; echo more >> plain; mkdir -p e/f; echo three > e/f/three; copy second; sleep 3
            """;
    folder.record(limited, "sh", folder.script("limited.sh", script).toString());
    assertSaid("the workspace, watch limit", "files", "last");
    assertSaid("the workspace, watch limit", "info", "last");
    for (var mark : List.of("first", "second")) {
      assertEquals(
          RecordedFolder.tree(folder.copies.resolve(mark)), folder.written("marker:" + mark), mark);
    }
  }

  @Test
  void whatThereIsNoRoomForIsNamed() throws Exception {
    folder.set("MANTRA_WORKSPACE_MAX_SESSION", "100K");
    folder.set("MANTRA_WORKSPACE_MAX_FILE", "1M");
    Files.writeString(folder.work.resolve("lines"), "a line of text\n".repeat(500));
    var script =
        READY
            + """
            head -c 200000 /dev/urandom > last; sleep 1
            head -c 50000 /dev/urandom > random; head -c 2000000 /dev/zero > large; sleep 1
            echo more >> lines; chmod 600 plain; mkdir folder; mv random folder; copy full
            """;
    folder.record("sh", folder.script("full.sh", script).toString());
    assertSaid("the workspace, session limit", "files", "last");
    assertSaid("the workspace, session limit", "info", "last");
    assertSaid("contents of files: 1 session limit", "info", "last");
    assertSaid("contents of files: 1 file limit", "info", "last");
    assertSaid("folder/random", "files", "last");
    var copy = RecordedFolder.tree(folder.copies.resolve("full"));
    copy.keySet().removeAll(List.of("folder/random", "large"));
    assertEquals(copy, folder.written("marker:full", 1));
  }

  @Test
  void aFileThatIsWrittenAllTheTimeComesOutRightInTheEnd() throws Exception {
    var script =
        READY
            + """
            i=0; while [ $i -lt 4000 ]; do echo "line $i"; i=$((i + 1)); done > busy
            ( i=0; while [ $i -lt 60 ]; do cat busy plain > next; cp next busy; head -c 60000 next > busy; i=$((i + 1)); done ) &
            wait; rm next; copy end
            """;
    folder.record("sh", folder.script("busy.sh", script).toString());
    assertEquals(RecordedFolder.tree(folder.copies.resolve("end")), folder.written("marker:end"));
  }

  private void assertSaid(String text, String... command) throws Exception {
    var said = folder.mantra.run(command);
    assertTrue((said.out() + said.err()).contains(text), said.out() + said.err());
  }

  /** Root may read everything, unless it is made to do without. */
  private static List<String> mayNotReadAll() throws Exception {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    var without = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
    assumeWorks(without);
    return without;
  }

  private static void assumeWorks(List<String> around) throws Exception {
    var words = new ArrayList<>(around);
    words.add("true");
    try {
      var process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      assumeTrue(process.waitFor() == 0, around.getFirst() + " is not allowed here");
    } catch (IOException e) {
      assumeTrue(false, around.getFirst() + " is not installed");
    }
  }

  private static void close(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
  }
}
