package dev.mantra.cli;

import dev.mantra.cli.PlainArguments.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** A command that is started without picocli when its arguments are plain. */
interface PlainCommand extends Callable<Integer>, PlainArguments.Target {

  /** Whether nothing is missing. */
  default boolean isComplete() {
    return true;
  }

  @Override
  default boolean rest(List<String> words) {
    return false;
  }

  @Override
  default boolean flag(String option) {
    return false;
  }

  @Override
  default boolean takesValue(String option) {
    return false;
  }

  @Override
  default boolean set(String option, String value) {
    return false;
  }

  @Override
  default Words word(String word, List<String> behind) {
    return Words.NONE;
  }

  /** A number as everybody would write it; picocli knows more ways. */
  static OptionalInt number(String text) {
    boolean isPlain =
        !text.isEmpty()
            && text.length() < 10
            && (text.length() == 1 || text.charAt(0) != '0')
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isPlain ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /** The command that these arguments call; empty when picocli has to look at them. */
  static Optional<PlainCommand> of(Call call, List<String> arguments) {
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    PlainCommand command;
    switch (arguments.getFirst()) {
      case LsCommand.NAME -> command = new LsCommand(call);
      case GrepCommand.NAME -> command = new GrepCommand(call);
      case SearchCommand.NAME -> command = new SearchCommand(call);
      case VersionCommand.NAME -> command = new VersionCommand(call);
      default -> {
        return Optional.empty();
      }
    }
    return PlainArguments.read(arguments.subList(1, arguments.size()), command)
            && command.isComplete()
        ? Optional.of(command)
        : Optional.empty();
  }
}
