package dev.mantra.recorder.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded of a folder while things happen in it. */
class WorkspaceSourceTest {

  @TempDir private Path temp;
  private WatchedFolder watched;
  private Path work;

  @BeforeEach
  void makeFolder() throws IOException {
    watched = new WatchedFolder(temp);
    work = watched.folder;
  }

  @AfterEach
  void end() {
    watched.close();
  }

  @Test
  void whatStandsThereAtTheStartIsRecordedWithItsContents()
      throws IOException, InterruptedException {
    write("a/b.txt", "hello\n");
    Files.createDirectories(work.resolve("empty/within"));
    Files.createSymbolicLink(work.resolve("link"), Path.of("/etc/passwd"));
    watched.start().ready();
    watched.awaitSame(Copied.of(work));
    assertEquals(List.of(), watched.changes());
  }

  @Test
  void everySortOfChangeIsRecordedForWhatItIs() throws IOException, InterruptedException {
    write("changed", "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n");
    write("deleted", "gone\nsoon\n");
    write("old name", "moved\n");
    write("script", "#!/bin/sh\n");
    write("file", "a file\n");
    watched.start().ready();
    write("changed", "one\ntwo\n3\nfour\nfive\nsix\nseven\neight\nnine\nten\n");
    Files.delete(work.resolve("deleted"));
    Files.createDirectory(work.resolve("new"));
    Files.move(work.resolve("old name"), work.resolve("new/name"));
    Files.setPosixFilePermissions(
        work.resolve("script"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.delete(work.resolve("file"));
    Files.createSymbolicLink(work.resolve("file"), Path.of("changed"));
    write("added", "x\ny\n");
    watched.awaitSame(Copied.of(work));
    watched.awaitChanges(
        List.of(
            "MODIFIED changed",
            "DELETED deleted",
            "ADDED new",
            "RENAMED new/name",
            "MODE script",
            "MODIFIED file",
            "ADDED added"));
    var edit = edit("changed");
    assertEquals(1, edit.linesAdded());
    assertEquals(1, edit.linesRemoved());
    assertTrue(edit.patch().orElseThrow().toUtf8().contains("-three\n+3\n"));
    assertEquals(2, edit("deleted").linesRemoved());
    assertEquals(2, edit("added").linesAdded());
    assertEquals(Optional.of("old name"), edit("new/name").from().map(Rebuilt::text));
  }

  @Test
  void aCleanFileOfAWorkTreeIsKnownByItsTreeAndKeptWhenItChanges()
      throws IOException, InterruptedException {
    repository();
    watched.start().ready();
    watched.awaitSame(Copied.of(work));
    assertEquals(0, watched.store.usage().bodies(), "git has all of it");
    write("src/main.txt", "main\nchanged\n");
    watched.awaitSame(Copied.of(work));
    // The last change may be from the empty file that it was while it was being written.
    var before = (FileState.Regular) edits("src/main.txt").getFirst().before().orElseThrow();
    var stored = (FileContent.Stored) before.content();
    assertEquals(
        "main\n".repeat(300),
        new String(
            watched.store.read(stored.sha256(), 10_000), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void dirtyUntrackedAndDeletedFilesOfAWorkTreeAreTheStartsDifferences()
      throws IOException, InterruptedException {
    repository();
    write("src/main.txt", "dirty\n");
    write("untracked", "new\n");
    Files.delete(work.resolve("README"));
    write("ignored.log", "noise\n");
    Thread.sleep(30);
    watched.start().ready();
    var copy = Copied.of(work);
    copy.remove("ignored.log");
    watched.awaitSame(copy);
    assertEquals(List.of(), watched.changes());
    assertEquals(2, watched.store.usage().bodies());
  }

  @Test
  void gitMayDoWhatItWants() throws IOException, InterruptedException {
    repository();
    watched.start().ready();
    watched.git("checkout", "-q", "-b", "other");
    write("src/main.txt", "other\n");
    write("more/one", "1\n");
    watched.git("add", ".");
    watched.git("commit", "-qm", "other");
    watched.awaitSame(Copied.of(work));
    watched.git("checkout", "-q", "-");
    watched.awaitSame(Copied.of(work));
    write("README", "stashed\n");
    watched.awaitSame(Copied.of(work));
    watched.git("stash", "-q");
    watched.awaitSame(Copied.of(work));
    watched.git("stash", "pop", "-q");
    watched.git("gc", "-q", "--prune=now");
    watched.awaitSame(Copied.of(work));
  }

  @Test
  void aShortProgramsChangesAreRecordedThoughTheyCameBeforeTheFirstLook()
      throws IOException, InterruptedException {
    repository();
    Thread.sleep(50);
    watched.start();
    write("README", "changed at once\n");
    write("new", "made at once\n");
    Files.delete(work.resolve("src/main.txt"));
    watched.finish();
    var changes = watched.changes();
    assertTrue(
        changes.containsAll(List.of("MODIFIED README", "ADDED new", "DELETED src/main.txt")),
        changes::toString);
    assertEquals(Copied.of(work), Rebuilt.of(watched.events(), watched.store));
  }

  @Test
  void newRulesOfIgnoringHoldFromThenOn() throws IOException, InterruptedException {
    write(".gitignore", "*.log\n");
    write("a.log", "ignored\n");
    watched.start().ready();
    Thread.sleep(100);
    write(".gitignore", "*.tmp\n");
    assertTrue(watched.awaitChange("FOUND a.log"), () -> watched.changes().toString());
    write("b.tmp", "ignored\n");
    write("c.log", "seen\n");
    assertTrue(watched.awaitChange("ADDED c.log"), () -> watched.changes().toString());
    watched.finish();
    assertTrue(watched.changes().stream().noneMatch(change -> change.endsWith("b.tmp")));
  }

  @Test
  void theWholeFolderMayGoAndComeBack() throws IOException, InterruptedException {
    write("a/b/c", "deep\n");
    watched.start().ready();
    delete(work);
    watched.awaitSame(java.util.Map.of());
    Files.createDirectory(work);
    write("again", "here\n");
    watched.awaitSame(Copied.of(work));
    write("again2", "there\n");
    watched.awaitSame(Copied.of(work));
  }

  @Test
  void manyPatchesAreFollowedByABodyAgain() throws IOException, InterruptedException {
    var text = new StringBuilder("line\n".repeat(500));
    write("file", text.toString());
    watched.start().ready();
    for (int i = 0; i < 40; i++) {
      text.insert(0, "line " + i + "\n");
      write("file", text.toString());
      watched.awaitSame(Copied.of(work));
    }
    long stored =
        watched.edits().stream()
            .filter(edit -> content(edit.after()) instanceof FileContent.Stored)
            .count();
    assertTrue(stored >= 1 && stored < 20, () -> stored + " bodies of " + watched.changes());
  }

  @Test
  void aFileThatIsWrittenAllTheTimeComesOutRightInTheEnd()
      throws IOException, InterruptedException {
    watched.start().ready();
    for (int i = 0; i < 200; i++) {
      write("busy", "x".repeat(1000 + i * 100));
      Thread.sleep(3);
    }
    watched.finish();
    assertEquals(Copied.of(work), Rebuilt.of(watched.events(), watched.store));
  }

  @Test
  void whatIsTooLargeIsNamedAndNotKept() throws IOException, InterruptedException {
    write("large", "x".repeat(3_000_000));
    write("small", "x");
    watched.start(new WorkspaceLimits(1000, 2_000_000, 1 << 30, 1L << 40)).ready();
    write("larger", "y".repeat(2_500_000));
    assertTrue(watched.awaitChange("ADDED larger"));
    var missing = (FileContent.Missing) content(edit("larger").after());
    assertEquals(Omission.FILE_LIMIT, missing.why());
    assertTrue(missing.sha256().isPresent());
    assertEquals(1, watched.store.usage().bodies());
  }

  @Test
  void withoutRoomForBodiesTheirNamesAreRecorded() throws IOException, InterruptedException {
    watched.start(new WorkspaceLimits(1000, 1 << 20, 1 << 30, 100)).ready();
    for (int i = 0; i < 10; i++) {
      var noise = new byte[200];
      new java.util.Random(i).nextBytes(noise);
      Files.write(work.resolve("noise" + i), noise);
    }
    assertTrue(watched.awaitChange("ADDED noise9"));
    watched.finish();
    assertTrue(watched.omissions().contains(Omission.QUOTA));
    assertEquals(10, watched.changes().size());
  }

  @Test
  void tooManyFilesAreRefused() throws IOException, InterruptedException {
    for (int i = 0; i < 20; i++) {
      write("f" + i, "x");
    }
    watched.start(new WorkspaceLimits(10, 1 << 20, 1 << 30, 1 << 30));
    watched.finish();
    assertEquals(List.of(Omission.REFUSED), watched.omissions());
    assertTrue(watched.notices.line().orElse("").contains("more than 10 files"));
    assertTrue(watched.notices.isEmpty(), "it is no trouble of the recording");
  }

  @Test
  void whereNothingCanBeWatchedChangesAreFoundByComparing()
      throws IOException, InterruptedException {
    Files.createFile(watched.data.resolve("watch"));
    write("a", "before\n");
    watched.start().ready();
    write("a", "after\n");
    write("b/c", "new\n");
    watched.awaitSame(Copied.of(work));
    watched.finish();
    assertTrue(watched.omissions().contains(Omission.WATCH_LIMIT));
  }

  @Test
  void aHomeFolderIsRefused() throws IOException, InterruptedException {
    var home = Files.createDirectories(temp.resolve("home/ada")).toRealPath();
    var above = home.resolve("..").normalize();
    for (var folder : List.of(home, above, Path.of("/"))) {
      var chosen = WorkspaceFolder.around(folder, Optional.of(home));
      assertTrue(chosen.refusal().isPresent(), folder::toString);
      assertTrue(WorkspaceFolder.named(folder, Optional.of(home)).refusal().isPresent());
    }
    var project = Files.createDirectory(home.resolve("project"));
    assertTrue(WorkspaceFolder.around(project, Optional.of(home)).refusal().isEmpty());
    assertTrue(WorkspaceFolder.named(home.resolve("x"), Optional.of(home)).refusal().isPresent());
  }

  @Test
  void aSavedFileThatWasReplacedIsModified() throws IOException, InterruptedException {
    write("doc", "first\n".repeat(50));
    watched.start().ready();
    write("doc.new", "first\n".repeat(50) + "second\n");
    Files.move(work.resolve("doc.new"), work.resolve("doc"), StandardCopyOption.REPLACE_EXISTING);
    watched.awaitSame(Copied.of(work));
    assertTrue(watched.changes().contains("MODIFIED doc"), () -> watched.changes().toString());
  }

  @Test
  void aLinkIsNeverFollowedOutOfTheWorkspace() throws IOException, InterruptedException {
    var outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret\n");
    watched.start().ready();
    Files.createSymbolicLink(work.resolve("way"), outside);
    assertTrue(watched.awaitChange("ADDED way"));
    Files.writeString(outside.resolve("secret"), "more\n");
    watched.say();
    watched.finish();
    assertEquals(List.of("ADDED way"), watched.changes());
  }

  @Test
  void aChangeIsPlacedAtItsMoment() throws IOException, InterruptedException {
    watched.start().ready();
    write("a", "x\n");
    assertTrue(watched.awaitChange("ADDED a"));
    for (var event : watched.events()) {
      if (event instanceof Event.FileChange change) {
        assertTrue(change.moment() <= change.at(), change::toString);
        assertTrue(change.at() - change.moment() < 5_000_000_000L, change::toString);
      }
    }
  }

  private void repository() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "git is not installed");
    write("README", "read me\n");
    write("src/main.txt", "main\n".repeat(300));
    write("src/run", "#!/bin/sh\n");
    Files.setPosixFilePermissions(
        work.resolve("src/run"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(work.resolve("link"), Path.of("README"));
    write(".gitignore", "*.log\n");
    watched.git("init", "-q");
    watched.git("add", ".");
    watched.git("commit", "-qm", "first");
  }

  private FileEdit edit(String path) {
    return edits(path).getLast();
  }

  private List<FileEdit> edits(String path) {
    return watched.edits().stream().filter(edit -> Rebuilt.text(edit.path()).equals(path)).toList();
  }

  private static FileContent content(Optional<FileState> state) {
    return ((FileState.Regular) state.orElseThrow()).content();
  }

  private void write(String name, String text) throws IOException {
    var file = work.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void delete(Path tree) throws IOException {
    try (var all = Files.walk(tree)) {
      for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
