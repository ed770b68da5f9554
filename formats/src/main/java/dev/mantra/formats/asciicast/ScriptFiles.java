package dev.mantra.formats.asciicast;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files of a {@code script} recording that belong together.
 *
 * <p>They are only looked for beside each other: a timing file that names a log elsewhere must not
 * bring any other file of this machine into a session.
 */
final class ScriptFiles {

  private static final List<String> TIMING_ENDINGS =
      List.of(".tm", ".timing", ".time", ".tim", ".timing.log");
  private static final List<String> LOG_ENDINGS =
      List.of(".out", ".log", ".typescript", ".script", ".ts", ".io", ".txt", "");

  private ScriptFiles() {}

  static ScriptLogs logsOf(Path timing) throws IOException {
    var names = ScriptHeader.lines(new RecordingFile(timing));
    var output = named(timing, names, "OUTPUT_LOG");
    var input = named(timing, names, "INPUT_LOG");
    if (output.isPresent() || input.isPresent()) {
      return new ScriptLogs(output, input);
    }
    for (var name : candidates(timing, LOG_ENDINGS, "typescript")) {
      var log = timing.resolveSibling(name);
      if (!log.equals(timing) && Files.isRegularFile(log)) {
        return ScriptLogs.of(log);
      }
    }
    throw MalformedRecordingException.atLine(
        timing,
        1,
        "this is a timing file of script, and the typescript that belongs to it was not found beside"
            + " it; put it there, named "
            + names.getOrDefault("OUTPUT_LOG", "typescript"));
  }

  /** The timing file of a typescript. */
  static Path timingOf(Path log) throws IOException {
    for (var name : candidates(log, TIMING_ENDINGS, "timing")) {
      var timing = log.resolveSibling(name);
      if (!timing.equals(log)
          && Files.isRegularFile(timing)
          && looksLikeTiming(new RecordingFile(timing).head(4096))) {
        return timing;
      }
    }
    throw MalformedRecordingException.atLine(
        log,
        1,
        "this is a typescript of script, and the timing file that belongs to it was not found beside"
            + " it; name the timing file instead, or record with script --log-timing");
  }

  static boolean looksLikeTiming(byte[] head) {
    int end = 0;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    var line = new String(head, 0, end, StandardCharsets.ISO_8859_1);
    return ScriptTiming.parse(line.strip(), ScriptTiming.Kind.OUTPUT).isPresent();
  }

  private static Optional<Path> named(Path timing, Map<String, String> names, String stream) {
    var name = names.get(stream);
    if (name == null || name.isEmpty() || name.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    var last = name.substring(name.lastIndexOf('/') + 1);
    var log = timing.resolveSibling(last);
    return !last.isEmpty() && !log.equals(timing) && Files.isRegularFile(log)
        ? Optional.of(log)
        : Optional.empty();
  }

  private static Set<String> candidates(Path file, List<String> endings, String usual) {
    var fileName = file.getFileName();
    var name = fileName == null ? "" : fileName.toString();
    var stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    var names = new LinkedHashSet<String>();
    endings.forEach(ending -> names.add(stem + ending));
    endings.forEach(ending -> names.add(name + ending));
    names.add(usual);
    names.remove("");
    return names;
  }
}
