package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A folder in which programs are recorded, and what was recorded of its files. */
final class RecordedFolder {

  final Mantra mantra;
  final Path work;
  final Path copies;
  private final Path home;
  private final Map<String, String> settings = new TreeMap<>();
  private Duration longest = Duration.ofMinutes(1);

  /**
   * @param home a folder in which nobody else does anything
   */
  RecordedFolder(Path home) throws IOException {
    this.home = home;
    mantra = Mantra.in(Files.createDirectory(home.resolve("m")));
    work = Files.createDirectory(home.resolve("work"));
    copies = Files.createDirectory(home.resolve("copies"));
  }

  /** How long a recording may take. */
  void allow(Duration time) {
    longest = time;
  }

  /** Has the recorder, and what it records, find a variable in its environment. */
  void set(String name, String value) {
    settings.put(name, value);
  }

  /** Makes a work tree of it, with something that is not committed. */
  void repository() throws Exception {
    Files.createDirectories(work.resolve("src"));
    Files.createDirectories(work.resolve("docs"));
    Files.writeString(work.resolve("src/list.txt"), "one\ntwo\n");
    Files.writeString(work.resolve("docs/a.md"), "# A\n");
    Files.writeString(work.resolve("run.sh"), "#!/bin/sh\n");
    sh("cd " + work + " && git init -q -b main && git add -A && git commit -qm first");
    Files.writeString(work.resolve("dirty.txt"), "not in git\n");
    Files.writeString(work.resolve("docs/a.md"), "# A, changed\n");
    // What is written in the moment of the start counts as written by the program.
    TimeUnit.MILLISECONDS.sleep(100);
  }

  Path script(String name, String text) throws IOException {
    var script = Files.writeString(home.resolve(name), "#!/bin/sh\nset -e\n" + text);
    assertTrue(script.toFile().setExecutable(true));
    return script;
  }

  void record(String... command) throws Exception {
    record(List.of(), command);
  }

  /** Records a command in the workspace, which must end well and show nothing. */
  void record(List<String> around, String... command) throws Exception {
    var words = new ArrayList<String>();
    words.addAll(List.of("sh", "-c", "cd \"$0\" && exec \"$@\"", work.toString()));
    words.addAll(around);
    words.addAll(mantra.command("rec", "--"));
    words.addAll(Arrays.asList(command));
    try (var terminal = OuterTerminal.start(words, environment())) {
      assertEquals(0, terminal.awaitEnd(longest), terminal.shown());
      assertEquals("", terminal.shown());
    }
  }

  Map<String, String> environment() {
    var environment = mantra.environment();
    environment.putAll(settings);
    environment.put("MANTRA", mantra.program().toString());
    environment.put("COPIES", copies.toString());
    environment.put("HOME", home.toString());
    environment.put("CLAUDE_CONFIG_DIR", home.resolve("claude-home").toString());
    for (var who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "ada");
      environment.put("GIT_" + who + "_EMAIL", "ada@localhost");
    }
    return environment;
  }

  /** Runs a command line that must end well. */
  String sh(String command) throws Exception {
    var builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  /** What {@code mantra files} writes of a moment, of which everything is known. */
  Map<String, String> written(String position) throws Exception {
    return written(position, 0);
  }

  /**
   * @param status how the command must end: 1 where something is missing
   */
  Map<String, String> written(String position, int status) throws Exception {
    var target = home.resolve("written-" + position.replace(':', '-'));
    var said = mantra.run("files", "last", "--at", position, "-o", target.toString());
    assertEquals(status, said.status(), said.err());
    return tree(target);
  }

  /** By path: permission bits and content, or where a link leads; without git's own folder. */
  static Map<String, String> tree(Path root) throws IOException {
    return read(root, ".git");
  }

  static Map<String, String> whole(Path root) throws IOException {
    return read(root, "");
  }

  /** Without what a patch does not tell: folders, and permission bits. */
  static Map<String, String> files(Path root) throws IOException {
    var files = new TreeMap<String, String>();
    tree(root)
        .forEach(
            (path, content) -> {
              if (!content.startsWith("folder")) {
                files.put(path, content.substring(content.indexOf(' ') + 1));
              }
            });
    return files;
  }

  private static Map<String, String> read(Path root, String skipped) throws IOException {
    var tree = new TreeMap<String, String>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!skipped.isEmpty() && folder.endsWith(skipped)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (!folder.equals(root)) {
              tree.put(root.relativize(folder).toString(), "folder " + mode(folder));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            tree.put(
                root.relativize(file).toString(),
                attributes.isSymbolicLink()
                    ? "link " + Files.readSymbolicLink(file)
                    : mode(file) + " " + Files.readString(file, StandardCharsets.ISO_8859_1));
            return FileVisitResult.CONTINUE;
          }
        });
    return tree;
  }

  private static String mode(Path path) throws IOException {
    int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return Integer.toOctalString(mode & 07777);
  }
}
