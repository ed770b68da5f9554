package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.spi.ToolProvider;

/** A Java runtime with only the modules that are used, so that users need no Java. */
final class Runtime25 {

  /**
   * Found by trial: Chronicle needs management and naming (for one exception class), JLine and the
   * TOML reader logging and xml-free rests of java.base.
   */
  private static final String MODULES =
      "java.base,java.logging,java.management,java.naming,jdk.unsupported";

  private Runtime25() {}

  static void link(Path target) throws IOException {
    if (Files.exists(target.resolve("bin/mantra"))) {
      return;
    }
    var jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("this JDK has no jlink"));
    int status =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            MODULES,
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
}
