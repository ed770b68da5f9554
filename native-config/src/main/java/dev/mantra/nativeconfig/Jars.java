package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The jars of the installation, in the order they stand on the class path. */
record Jars(List<Path> files) {

  private static final String MERGED = "mantra.jar";
  private static final String WORKSPACE = "workspace.jar";

  /** Our own, and what {@code rec} needs of others. */
  private static final List<String> MERGED_FROM =
      List.of(
          "cli-",
          "formats-",
          "recorder-",
          "replayer-",
          "terminal-",
          "indexer-",
          "redactor-",
          "slf4j-",
          "jspecify-");

  /**
   * What capturing a workspace needs of others. Unpacked from its jar JGit has no signature any
   * more: a start-up cache takes no class from a jar that has one.
   */
  private static final List<String> WORKSPACE_FROM =
      List.of("org.eclipse.jgit-", "JavaEWAH-", "java-diff-utils-", "aircompressor-");

  /** What only searches or exports: {@code rec} is started without it. */
  private static final List<String> NOT_FOR_REC =
      List.of("lucene-", "natty-", "antlr", "commonmark-", "jackson-dataformat-csv-");

  /** The jars of a folder: the merged one first, since most look-ups end there. */
  static Jars of(Path lib) throws IOException {
    var merged = lib.resolve(MERGED);
    return new Jars(
        in(lib).stream()
            .sorted(Comparator.comparing((Path file) -> !file.equals(merged)))
            .toList());
  }

  /** Makes one jar of all those that the recorder needs. */
  static Jars merge(Path lib) throws IOException {
    var merged = lib.resolve(MERGED);
    Files.deleteIfExists(merged);
    MergedJar.write(merged, in(lib).stream().filter(file -> isOf(MERGED_FROM, file)).toList());
    var workspace = lib.resolve(WORKSPACE);
    Files.deleteIfExists(workspace);
    MergedJar.write(
        workspace, in(lib).stream().filter(file -> isOf(WORKSPACE_FROM, file)).toList());
    return of(lib);
  }

  Path picocli() {
    return named("picocli-");
  }

  Path sqlite() {
    return named("sqlite-jdbc-");
  }

  private Path named(String prefix) {
    return files.stream()
        .filter(file -> file.getFileName().toString().startsWith(prefix))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + prefix + " among the jars"));
  }

  /** The class path, with {@code lib} standing for the folder. */
  String classPath(String lib) {
    return joined(lib, files);
  }

  /** The class path of {@code rec}: each jar is looked at when it starts. */
  String recClassPath(String lib) {
    return joined(lib, files.stream().filter(file -> !isOf(NOT_FOR_REC, file)).toList());
  }

  private static String joined(String lib, List<Path> jars) {
    return jars.stream()
        .map(file -> lib + "/" + file.getFileName())
        .collect(Collectors.joining(":"));
  }

  private static List<Path> in(Path lib) throws IOException {
    try (var files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static boolean isOf(List<String> names, Path file) {
    var name = file.getFileName().toString();
    return names.stream().anyMatch(name::startsWith);
  }
}
