package dev.mantra.formats.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what git wrote. */
class GitObjectsTest {

  @TempDir private Path folder;

  @BeforeEach
  void commit() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "git is not installed");
    git("init", "-q");
    Files.createDirectory(folder.resolve("src"));
    Files.writeString(folder.resolve("src/a.txt"), "alpha\n");
    Files.writeString(folder.resolve("b"), "beta\n".repeat(10_000));
    git("add", ".");
    git("-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"loose", "packed"})
  void aCommitsFilesAreRead(String kind) throws IOException, InterruptedException {
    if (kind.equals("packed")) {
      git("gc", "-q");
    }
    var before = tree();
    try (var objects = GitObjects.open(folder.resolve(".git"))) {
      var root = objects.treeOf(git("rev-parse", "HEAD")).orElseThrow();
      var files = new TreeMap<String, String>();
      objects.walk(
          root,
          (path, mode, id) ->
              files.put(
                  path.toUtf8(),
                  Integer.toOctalString(mode)
                      + " "
                      + objects.read(id, 1 << 20).map(body -> body.length).orElse(-1)));
      assertEquals("{b=100644 50000, src/a.txt=100644 6}", files.toString());
      var alpha = "alpha\n".getBytes(StandardCharsets.US_ASCII);
      var id = ContentHash.blob(alpha);
      assertArrayEquals(alpha, objects.read(id, 6).orElseThrow());
      assertEquals(Optional.of(6L), objects.size(id));
      assertEquals(Optional.empty(), objects.read(id, 5));
    }
    assertEquals(before, tree(), "nothing was written");
  }

  @Test
  void whatIsNotThereIsMissing() throws IOException {
    try (var objects = GitObjects.open(folder.resolve(".git"))) {
      assertEquals(Optional.empty(), objects.treeOf("12".repeat(20)));
      assertEquals(Optional.empty(), objects.treeOf("12".repeat(32)));
      assertEquals(Optional.empty(), objects.read(Bytes.wrap(new byte[20]), 10));
    }
    try (var objects = GitObjects.open(folder.resolve("nowhere"))) {
      assertEquals(Optional.empty(), objects.treeOf("12".repeat(20)));
    }
  }

  private List<Path> tree() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private String git(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    var git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, git.waitFor(), said);
    return said.strip();
  }
}
