package dev.mantra.cli;

import dev.mantra.cli.RecOptions.Switch;
import dev.mantra.formats.event.WindowSize;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Collects the options of {@code rec} as they are met; the last of two that contradict wins. Texts
 * that are no value of their option throw IllegalArgumentException with a sentence for the person.
 */
final class RecOptionsBuilder {

  private List<String> command = List.of();
  private Optional<String> commandLine = Optional.empty();
  private Optional<String> title = Optional.empty();
  private Switch input = Switch.UNSET;
  private Optional<Path> cast = Optional.empty();
  private Switch overwrite = Switch.UNSET;
  private Switch workspace = Switch.UNSET;
  private Optional<Path> workspaceFolder = Optional.empty();
  private Switch agents = Switch.UNSET;
  private Optional<Duration> idleTimeLimit = Optional.empty();
  private Optional<WindowSize> windowSize = Optional.empty();
  private Switch headless = Switch.UNSET;
  private Switch strict = Switch.UNSET;
  private Switch quiet = Switch.UNSET;
  private Switch verbose = Switch.UNSET;

  void command(List<String> words) {
    command = List.copyOf(words);
  }

  void commandLine(String text) {
    commandLine = Optional.of(text);
  }

  void title(String text) {
    title = Optional.of(text);
  }

  void input(Switch on) {
    input = on;
  }

  void cast(String file) {
    cast = Optional.of(path(file));
  }

  void overwrite(Switch on) {
    overwrite = on;
  }

  void noWorkspace() {
    workspace = Switch.OFF;
    workspaceFolder = Optional.empty();
  }

  void workspaceFolder(String folder) {
    workspace = Switch.ON;
    workspaceFolder = Optional.of(path(folder));
  }

  void agents(Switch on) {
    agents = on;
  }

  void idleTimeLimit(String seconds) {
    var limit = Seconds.read(seconds);
    if (limit.isEmpty()) {
      throw new IllegalArgumentException("'" + seconds + "' is no number of seconds above 0");
    }
    idleTimeLimit = limit;
  }

  void windowSize(String text) {
    var size = WindowSize.parse(text);
    if (!size.isKnown()) {
      throw new IllegalArgumentException("a window of " + text + " has no room for anything");
    }
    windowSize = Optional.of(size);
  }

  void headless(Switch on) {
    headless = on;
  }

  void strict(Switch on) {
    strict = on;
  }

  void quiet(Switch on) {
    quiet = on;
  }

  void verbose(Switch on) {
    verbose = on;
  }

  /**
   * @throws IllegalArgumentException when the options contradict each other
   */
  RecOptions build() {
    if (commandLine.isPresent() && !command.isEmpty()) {
      throw new IllegalArgumentException(
          "both -c and a command were given; say it one way: mantra rec -c 'claude | tee log', or"
              + " mantra rec -- claude");
    }
    return new RecOptions(
        command,
        commandLine,
        title,
        input,
        cast,
        overwrite,
        workspace,
        workspaceFolder,
        agents,
        idleTimeLimit,
        windowSize,
        headless,
        strict,
        quiet,
        verbose);
  }

  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the name of a file or folder is empty");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' cannot be the name of a file", e);
    }
  }
}
