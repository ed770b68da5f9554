package dev.mantra.cli;

import dev.mantra.cli.RecOptions.Switch;
import java.util.List;
import java.util.Optional;

/**
 * Understands the arguments of {@code rec} without the help of picocli, whose loading would take
 * longer than everything else before the command starts.
 *
 * <p>It understands the usual spellings and declines the rest: help, abbreviations, errors. {@link
 * RecCommand} is the reference; a property has both agree on whatever this one accepts.
 */
final class RecArguments {

  private final List<String> arguments;
  private final RecOptionsBuilder options = new RecOptionsBuilder();
  private int next;

  private RecArguments(List<String> arguments) {
    this.arguments = arguments;
  }

  /** The options; empty when picocli has to look at the arguments, which follow {@code rec}. */
  static Optional<RecOptions> parse(List<String> arguments) {
    var parser = new RecArguments(arguments);
    try {
      return parser.run() ? Optional.of(parser.options.build()) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean run() {
    while (next < arguments.size()) {
      var argument = arguments.get(next);
      if (argument.equals("--")) {
        options.command(arguments.subList(next + 1, arguments.size()));
        return true;
      }
      if (argument.isEmpty() || argument.equals("-")) {
        return false;
      }
      if (argument.charAt(0) != '-') {
        // The command has begun: its options are its own.
        options.command(arguments.subList(next, arguments.size()));
        return true;
      }
      next++;
      if (!(argument.startsWith("--") ? longOption(argument) : shortOptions(argument))) {
        return false;
      }
    }
    return true;
  }

  private boolean longOption(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 0) {
      return flag(argument) || (takesValue(argument) && value(argument));
    }
    var name = argument.substring(0, equals);
    var value = argument.substring(equals + 1);
    return takesValue(name) && !isOdd(value) && set(name, value);
  }

  /** {@code -q}, {@code -qv}, {@code -qt TITLE}, {@code -tTITLE}. */
  private boolean shortOptions(String argument) {
    for (int i = 1; i < argument.length(); i++) {
      var option = "-" + argument.charAt(i);
      if (takesValue(option)) {
        var attached = argument.substring(i + 1);
        return attached.isEmpty() ? value(option) : !isOdd(attached) && set(option, attached);
      }
      if (!flag(option)) {
        return false;
      }
    }
    return true;
  }

  private boolean value(String option) {
    if (next == arguments.size()) {
      return false;
    }
    var value = arguments.get(next++);
    return !isOdd(value) && set(option, value);
  }

  /** What looks like an option, or could be taken apart in another way, is for picocli to judge. */
  private static boolean isOdd(String value) {
    return value.isBlank() || value.charAt(0) == '-' || value.charAt(0) == '=';
  }

  private static boolean takesValue(String option) {
    return switch (option) {
      case "-c", "--command", "-t", "--title", "-o", "--output", "--workspace" -> true;
      case "-i", "--idle-time-limit", "--window-size" -> true;
      default -> false;
    };
  }

  private boolean set(String option, String value) {
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

  private boolean flag(String option) {
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
