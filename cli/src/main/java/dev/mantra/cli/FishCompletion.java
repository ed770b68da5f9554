package dev.mantra.cli;

import java.util.Comparator;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for fish, which picocli does not make. */
final class FishCompletion {

  private FishCompletion() {}

  static String of(CommandLine mantra) {
    var script = new StringBuilder("complete -c mantra -f\n");
    mantra
        .getSubcommands()
        .forEach(
            (name, command) -> {
              line(script, "__fish_use_subcommand")
                  .append(" -a ")
                  .append(name)
                  .append(" -d ")
                  .append(quoted(header(command)))
                  .append('\n');
              options(script, "__fish_seen_subcommand_from " + name, command);
            });
    options(script, "__fish_use_subcommand", mantra);
    return script.toString();
  }

  private static void options(StringBuilder script, String condition, CommandLine command) {
    command.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparingInt(OptionSpec::order))
        .forEach(option -> option(script, condition, option));
  }

  private static void option(StringBuilder script, String condition, OptionSpec option) {
    line(script, condition);
    for (var name : option.names()) {
      script.append(
          name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      boolean isFile = option.paramLabel().matches(".*(FILE|DIR).*");
      script.append(isFile ? " -r -F" : " -x");
    }
    script.append(" -d ").append(quoted(String.join(" ", option.description()))).append('\n');
  }

  private static StringBuilder line(StringBuilder script, String condition) {
    return script.append("complete -c mantra -n ").append(quoted(condition));
  }

  private static String header(CommandLine command) {
    return String.join(" ", command.getCommandSpec().usageMessage().header());
  }

  private static String quoted(String text) {
    return "'" + text.replace("%%", "%").replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
