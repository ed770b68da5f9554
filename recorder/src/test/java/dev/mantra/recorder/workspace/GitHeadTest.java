package dev.mantra.recorder.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHeadTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String OTHER = "fedcba9876543210fedcba9876543210fedcba98";

  @TempDir Path temp;

  @Test
  void theCommitOfABranchIsFoundFromAnyFolderInside() throws IOException {
    put(".git/HEAD", "ref: refs/heads/main\n");
    put(".git/refs/heads/main", COMMIT + "\n");
    var deep = Files.createDirectories(temp.resolve("a/b/c"));
    assertEquals(Optional.of(COMMIT), GitHead.of(temp));
    assertEquals(Optional.of(COMMIT), GitHead.of(deep));
  }

  @Test
  void aDetachedHeadIsACommitItself() throws IOException {
    put(".git/HEAD", COMMIT + "\n");
    assertEquals(Optional.of(COMMIT), GitHead.of(temp));
    put(".git/HEAD", (COMMIT + COMMIT).substring(0, 64));
    assertEquals(Optional.of((COMMIT + COMMIT).substring(0, 64)), GitHead.of(temp));
  }

  @Test
  void aPackedBranchIsFoundAndALooseOneGoesBefore() throws IOException {
    put(".git/HEAD", "ref: refs/heads/main\n");
    put(
        ".git/packed-refs",
        """
        # pack-refs with: peeled fully-peeled sorted
        %s refs/heads/a/refs/heads/main
        %s refs/heads/main
        ^%s
        """
            .formatted(OTHER, COMMIT, OTHER));
    assertEquals(Optional.of(COMMIT), GitHead.of(temp));
    put(".git/refs/heads/main", OTHER);
    assertEquals(Optional.of(OTHER), GitHead.of(temp));
  }

  @Test
  void aWorkTreeAndASubmoduleNameTheirRepository() throws IOException {
    put("main/.git/worktrees/side/HEAD", "ref: refs/heads/side\n");
    put("main/.git/worktrees/side/commondir", "../..\n");
    put("main/.git/refs/heads/side", COMMIT);
    put("side/.git", "gitdir: " + temp.resolve("main/.git/worktrees/side") + "\n");
    assertEquals(Optional.of(COMMIT), GitHead.of(temp.resolve("side")));
    put("main/.git/modules/sub/HEAD", OTHER);
    put("main/sub/.git", "gitdir: ../.git/modules/sub\n");
    assertEquals(Optional.of(OTHER), GitHead.of(temp.resolve("main/sub")));
  }

  @Test
  void withoutACommitThereIsNone() throws IOException {
    put(".git/HEAD", "ref: refs/heads/main\n");
    assertEquals(Optional.empty(), GitHead.of(temp));
    put(".git/refs/heads/main", "not a commit");
    assertEquals(Optional.empty(), GitHead.of(temp));
    put(".git/HEAD", "nonsense");
    assertEquals(Optional.empty(), GitHead.of(temp));
  }

  @Test
  void damagedAndHostileRepositoriesAreNone() throws IOException {
    Files.createDirectories(temp.resolve("empty/.git"));
    assertEquals(Optional.empty(), GitHead.of(temp.resolve("empty")));
    put("bits/.git/HEAD", "ref: refs/heads/\0\n");
    assertEquals(Optional.empty(), GitHead.of(temp.resolve("bits")));
    put("away/.git/HEAD", "ref: ../../secret\n");
    put("secret", COMMIT);
    assertEquals(Optional.empty(), GitHead.of(temp.resolve("away")));
    put("pointer/.git", "gitdir: \0\n");
    assertEquals(Optional.empty(), GitHead.of(temp.resolve("pointer")));
    var folder = Files.createDirectories(temp.resolve("zeros/.git"));
    Files.createSymbolicLink(folder.resolve("HEAD"), Path.of("/dev/zero"));
    assertEquals(Optional.empty(), GitHead.of(temp.resolve("zeros")));
    put("large/.git/HEAD", COMMIT + "x".repeat(1 << 20));
    assertEquals(Optional.empty(), GitHead.of(temp.resolve("large")));
    put("loop/.git", "gitdir: .git\n");
    assertEquals(Optional.empty(), GitHead.of(temp.resolve("loop")));
  }

  private void put(String name, String content) throws IOException {
    var file = temp.resolve(name);
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(temp));
    Files.writeString(file, content);
  }
}
