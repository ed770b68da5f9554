package dev.mantra.formats.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What is written of differences is what git understands. */
class GitPatchTest {

  private static final Path GIT = Path.of("/usr/bin/git");
  private static final FileContent ANY = new FileContent.Missing(Omission.LATE, Optional.empty());

  @Test
  void aChangeOfTextIsWhatGitWrites() {
    assertEquals(
        """
        diff --git a/a b.txt b/a b.txt
        old mode 100644
        new mode 100755
        index 814f4a4..4cb29ea
        --- a/a b.txt\t
        +++ b/a b.txt\t
        @@ -1,2 +1,3 @@
         one
         two
        +three
        """,
        patch("a b.txt", file(0644, "one\ntwo\n"), file(0700, "one\ntwo\nthree\n")));
  }

  @Test
  void aNewFileWithoutALineFeedAndAnOddName() {
    assertEquals(
        """
        diff --git "a/\\303\\244\\n\\"" "b/\\303\\244\\n\\""
        new file mode 100644
        index 0000000..32f95c0
        --- /dev/null
        +++ "b/\\303\\244\\n\\""
        @@ -0,0 +1,1 @@
        +hi
        \\ No newline at end of file
        """,
        patch("\u00e4\n\"", Optional.empty(), file(0644, "hi")));
  }

  @Test
  void whatGitDoesNotSeeIsNoPatch() {
    assertEquals("", patch("a", file(0644, "x\n"), file(0600, "x\n")));
    var folder = Optional.of(TreeEntry.of(new FileState.Folder(0755)));
    assertEquals("", patch("a", Optional.empty(), folder));
  }

  @Test
  void whatIsNotToBeHadIsNamedWithTheReason() {
    var gone = new TreeEntry(new FileState.Regular(0644, 9, ANY), new Body.Missing("file limit"));
    var patch =
        patches()
            .of(new FileDifference(Bytes.utf8("a"), Optional.empty(), Optional.empty(), some(gone)))
            .orElseThrow();
    assertEquals(Optional.of("file limit"), patch.missing());
    assertTrue(patch.text().isEmpty());
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void gitMakesOneTreeOfTheOther(@ForAll long seed) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(GIT), "git is not installed");
    var random = new Random(seed);
    var one = tree(random);
    var other = changed(one, random);
    var folder = Files.createTempDirectory("mantra-patch");
    try {
      var work = Files.createDirectory(folder.resolve("work"));
      write(one, work);
      var patch = folder.resolve("patch");
      Files.write(patch, all(one, other));
      apply(work, patch);
      assertEquals(other, read(work));
      Files.write(patch, all(other, one));
      apply(work, patch);
      assertEquals(one, read(work));
    } finally {
      delete(folder);
    }
  }

  private static byte[] all(Map<String, String> one, Map<String, String> other) {
    var text = new StringBuilder();
    var paths = new TreeSet<>(one.keySet());
    paths.addAll(other.keySet());
    var moved = new TreeSet<String>();
    for (var path : other.keySet()) {
      var from = path.endsWith("~") ? path.substring(0, path.length() - 1) : path + "~";
      if (one.containsKey(from)
          && !one.containsKey(path)
          && !other.containsKey(from)
          && !one.get(from).startsWith("l")
          && !other.getOrDefault(path, "").startsWith("l")) {
        moved.add(path);
        moved.add(from);
        text.append(patch(path, Optional.of(from), entry(one, from), entry(other, path)));
      }
    }
    for (var path : paths) {
      if (!moved.contains(path)) {
        text.append(patch(path, Optional.empty(), entry(one, path), entry(other, path)));
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** By path: what sort of file, and its content. */
  private static Map<String, String> tree(Random random) {
    var tree = new TreeMap<String, String>();
    for (int i = 0; i < 12; i++) {
      tree.put(name(random), content(random));
    }
    return tree;
  }

  private static Map<String, String> changed(Map<String, String> tree, Random random) {
    var other = new TreeMap<>(tree);
    for (var path : tree.keySet()) {
      switch (random.nextInt(6)) {
        case 0 -> other.remove(path);
        case 1 -> other.put(path, content(random));
        case 2 -> other.put(path, "x" + tree.getOrDefault(path, "").substring(1));
        case 3 -> other.put(path, tree.get(path) + "\nmore");
        case 4 -> {
          if (!path.endsWith("~")) {
            other.put(path + "~", other.remove(path) + "\nmoved\n");
          }
        }
        default -> {}
      }
    }
    return other;
  }

  private static String name(Random random) {
    var folder = random.nextBoolean() ? "" : "d" + random.nextInt(3) + "/";
    var names = new String[] {"a", "b c", "\u00e4", "q\"t\\", "e ", "new\nline", "-x"};
    return folder + names[random.nextInt(names.length)];
  }

  private static String content(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(random.nextInt(4)).append(random.nextInt(5) == 0 ? "\r\n" : "\n");
    }
    return switch (random.nextInt(6)) {
      case 0 -> "lto/" + random.nextInt(9);
      case 1 -> "f\0" + text + (char) random.nextInt(256);
      case 2 -> "x" + text;
      case 3 -> "f" + text + "no end";
      default -> "f" + text;
    };
  }

  private static Optional<TreeEntry> entry(Map<String, String> tree, String path) {
    var content = tree.get(path);
    if (content == null) {
      return Optional.empty();
    }
    var rest = content.substring(1);
    return switch (content.charAt(0)) {
      case 'l' -> some(TreeEntry.of(new FileState.Link(Bytes.utf8(rest))));
      case 'x' -> file(0755, rest);
      default -> file(0644, rest);
    };
  }

  private static void write(Map<String, String> tree, Path folder) throws IOException {
    for (var entry : tree.entrySet()) {
      var file = folder.resolve(entry.getKey());
      var rest = entry.getValue().substring(1);
      Files.createDirectories(file.resolveSibling("."));
      if (entry.getValue().startsWith("l")) {
        Files.createSymbolicLink(file, Path.of(rest));
      } else {
        Files.write(file, rest.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(file.toFile().setExecutable(entry.getValue().startsWith("x"), false));
      }
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    var tree = new TreeMap<String, String>();
    try (var all = Files.walk(folder)) {
      for (var file : all.toList()) {
        var name = folder.relativize(file).toString();
        if (Files.isSymbolicLink(file)) {
          tree.put(name, "l" + Files.readSymbolicLink(file));
        } else if (Files.isRegularFile(file)) {
          var text = Files.readString(file, StandardCharsets.ISO_8859_1);
          tree.put(name, (Files.isExecutable(file) ? "x" : "f") + text);
        }
      }
    }
    return tree;
  }

  private static void apply(Path folder, Path patch) throws IOException, InterruptedException {
    if (Files.size(patch) == 0) {
      return;
    }
    var git =
        new ProcessBuilder(GIT.toString(), "apply", "--whitespace=nowarn", patch.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, git.waitFor(), () -> said);
  }

  private static void delete(Path tree) throws IOException {
    try (var all = Files.walk(tree)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String patch(String path, Optional<TreeEntry> before, Optional<TreeEntry> after) {
    return patch(path, Optional.empty(), before, after);
  }

  private static String patch(
      String path, Optional<String> from, Optional<TreeEntry> before, Optional<TreeEntry> after) {
    return patches()
        .of(new FileDifference(Bytes.utf8(path), from.map(Bytes::utf8), before, after))
        .map(patch -> new String(patch.text().toArray(), StandardCharsets.ISO_8859_1))
        .orElse("");
  }

  private static GitPatch patches() {
    return new GitPatch(new BodyReader(Optional.empty(), UnaryOperator.identity()));
  }

  private static Optional<TreeEntry> file(int mode, String text) {
    var bytes = Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    return some(
        new TreeEntry(new FileState.Regular(mode, bytes.length(), ANY), new Body.Plain(bytes)));
  }

  private static Optional<TreeEntry> some(TreeEntry entry) {
    return Optional.of(entry);
  }
}
