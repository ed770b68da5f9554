package dev.mantra.cli;

import dev.mantra.cli.PlainArguments.Words;
import dev.mantra.cli.RecOptions.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of {@code rec} as {@link PlainArguments} understands them. */
final class RecArguments implements PlainArguments.Target {

  private final RecOptionsBuilder options = new RecOptionsBuilder();

  private RecArguments() {}

  /** The options; empty when picocli has to look at the arguments, which follow {@code rec}. */
  static Optional<RecOptions> parse(List<String> arguments) {
    var target = new RecArguments();
    try {
      return PlainArguments.read(arguments, target)
          ? Optional.of(target.options.build())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Words word(String word, List<String> behind) {
    // The command has begun: its options are its own.
    var command = new ArrayList<String>();
    command.add(word);
    command.addAll(behind);
    options.command(command);
    return Words.ALL;
  }

  @Override
  public boolean rest(List<String> words) {
    options.command(words);
    return true;
  }

  @Override
  public boolean takesValue(String option) {
    return switch (option) {
      case "-c", "--command", "-t", "--title", "-o", "--output", "--workspace" -> true;
      case "-i", "--idle-time-limit", "--window-size" -> true;
      default -> false;
    };
  }

  @Override
  public boolean set(String option, String value) {
    switch (option) {
      case "-c", "--command" -> options.commandLine(value);
      case "-t", "--title" -> options.title(value);
      case "-o", "--output" -> options.cast(value);
      case "--workspace" -> options.workspaceFolder(value);
      case "-i", "--idle-time-limit" -> options.idleTimeLimit(value);
      case "--window-size" -> options.windowSize(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean flag(String option) {
    switch (option) {
      case "-I", "--capture-input" -> options.input(Switch.ON);
      case "--no-input" -> options.input(Switch.OFF);
      case "--force", "--overwrite" -> options.overwrite(Switch.ON);
      case "--no-workspace" -> options.noWorkspace();
      case "--no-agents" -> options.agents(Switch.OFF);
      case "--headless" -> options.headless(Switch.ON);
      case "--strict" -> options.strict(Switch.ON);
      case "--no-strict" -> options.strict(Switch.OFF);
      case "-q", "--quiet" -> options.quiet(Switch.ON);
      case "-v", "--verbose" -> options.verbose(Switch.ON);
      default -> {
        return false;
      }
    }
    return true;
  }
}
