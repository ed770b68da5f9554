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

  static List<Path> in(Path source, ImportReport report) {
    if (!Files.isDirectory(source)) {
      return List.of(source);
    }
    try (var files = Files.walk(source, DEEPEST)) {
      var found = files.filter(ImportSources::isRecording).sorted().toList();
      if (found.isEmpty()) {
        report.empty(source, String.join(" ", ENDINGS));
      }
      return found;
    } catch (IOException e) {
      report.failed(source, e);
    } catch (UncheckedIOException e) {
      report.failed(source, e.getCause() == null ? new IOException(e) : e.getCause());
    }
    return List.of();
  }

  private static boolean isRecording(Path file) {
    var name = file.getFileName();
    return name != null
        && ENDINGS.stream().anyMatch(name.toString().toLowerCase(Locale.ROOT)::endsWith)
        && Files.isRegularFile(file);
  }
}
