package dev.mantra.formats.asciicast;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that hold what a {@code script} timing file tells the times of.
 *
 * @param output what the program wrote
 * @param input what was typed; the same file as {@code output} where both went to one
 */
public record ScriptLogs(Optional<Path> output, Optional<Path> input) {

  /** One log that holds output, and input as well where the timing file tells of it. */
  public static ScriptLogs of(Path log) {
    return new ScriptLogs(Optional.of(log), Optional.of(log));
  }

  List<Path> files() {
    return Stream.concat(output.stream(), input.stream()).distinct().toList();
  }
}
