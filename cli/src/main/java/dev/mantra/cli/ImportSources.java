package dev.mantra.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Which files a source stands for. */
final class ImportSources {

  /**
   * In a folder only what is named like a recording is one; a named file may be called anything.
   */
  private static final List<String> ENDINGS =
      List.of(".cast", ".ttyrec", ".tty", ".timing", ".tm", ".cast.gz", ".ttyrec.gz");

  private static final int DEEPEST = 32;

  private ImportSources() {}

  /** The recordings in a folder and below it. */
  static List<Path> recordings(Path folder) throws IOException {
    try (var files = Files.walk(folder, DEEPEST)) {
      return files.filter(ImportSources::isRecording).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  /** What recordings are called. */
  static String endings() {
    return String.join(" ", ENDINGS);
  }

  private static boolean isRecording(Path file) {
    var name = file.getFileName();
    return name != null
        && ENDINGS.stream().anyMatch(name.toString().toLowerCase(Locale.ROOT)::endsWith)
        && Files.isRegularFile(file);
  }
}
