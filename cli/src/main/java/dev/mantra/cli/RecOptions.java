package dev.mantra.cli;

import dev.mantra.formats.event.WindowSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code mantra rec} was asked to do on its command line.
 *
 * @param command program and arguments as the JVM decoded them; empty means the user's shell
 * @param commandLine the text of {@code -c}, to be run by {@code /bin/sh -c}
 * @param cast file to write an asciicast to as well
 */
record RecOptions(
    List<String> command,
    Optional<String> commandLine,
    Optional<String> title,
    Switch input,
    Optional<Path> cast,
    Switch overwrite,
    Switch workspace,
    Optional<Path> workspaceFolder,
    Switch agents,
    Optional<Duration> idleTimeLimit,
    Optional<WindowSize> windowSize,
    Switch headless,
    Switch strict,
    Switch quiet,
    Switch verbose) {

  /** An option that may be left to the settings. */
  enum Switch {
    ON,
    OFF,
    UNSET
  }
}
