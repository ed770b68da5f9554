package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The jars of the installation, in the order they stand on the class path. */
record Jars(List<Path> files) {

  /** Our own first: that is where most look-ups end. */
  static Jars of(Path lib) throws IOException {
    try (var files = Files.list(lib)) {
      return new Jars(
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .sorted(
                  Comparator.comparing((Path file) -> !isOurs(file)).thenComparing(Path::toString))
              .toList());
    }
  }

  Path picocli() {
    return files.stream()
        .filter(file -> file.getFileName().toString().startsWith("picocli-"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no picocli among the jars"));
  }

  /** The class path, with {@code lib} standing for the folder. */
  String classPath(String lib) {
    return files.stream()
        .map(file -> lib + "/" + file.getFileName())
        .collect(Collectors.joining(":"));
  }

  private static boolean isOurs(Path file) {
    var name = file.getFileName().toString();
    return List.of("cli-", "formats-", "recorder-", "replayer-", "terminal-", "indexer-").stream()
        .anyMatch(name::startsWith);
  }
}
