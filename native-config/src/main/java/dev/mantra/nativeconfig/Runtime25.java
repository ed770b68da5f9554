package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;

/** A Java runtime with only the modules that are used, so that users need no Java. */
final class Runtime25 {

  /**
   * What jdeps(1) finds: JLine and JGit need management and logging, the zstd compressor
   * unsupported parts. Screens are drawn as XML, and Cursor's conversations lie in databases.
   */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.logging",
          "java.management",
          "java.sql",
          "java.xml",
          "jdk.unsupported");

  private Runtime25() {}

  static void link(Path target) throws IOException {
    if (isComplete(target)) {
      return;
    }
    delete(target);
    var jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("this JDK has no jlink"));
    int status =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            String.join(",", MODULES),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            target.toString());
    if (status != 0) {
      throw new IOException("jlink failed with status " + status + " on " + target);
    }
    // Java's launcher finds its runtime by where it lies, whatever it is called; under this name it
    // shows in process lists. The making of the caches wants the old name, too.
    Files.copy(
        target.resolve("bin/java"),
        target.resolve("bin/mantra"),
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** Whether an earlier build has linked it, with the same modules. */
  private static boolean isComplete(Path target) throws IOException {
    if (!Files.exists(target.resolve("bin/mantra"))) {
      return false;
    }
    var release = Files.readString(target.resolve("release"));
    var linked = release.lines().filter(line -> line.startsWith("MODULES=")).findFirst();
    var names = List.of(linked.orElse("").replaceAll("MODULES=|\"", "").split(" ", -1));
    return names.containsAll(MODULES);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
