package dev.mantra.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "help",
    header = "Show help for a command.",
    description = "Shows the help of the command that is named, or of mantra itself.",
    footer = {"  mantra help export        the same as mantra export --help"})
final class HelpCommand implements Callable<Integer> {

  private final Call call;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command to explain.")
  private Optional<String> command = Optional.empty();

  HelpCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    var mantra = Objects.requireNonNull(spec).root().commandLine();
    call.console().print(CommandTree.usage(chosen(mantra), call.console()).stripTrailing());
    return ExitCode.OK.status();
  }

  private CommandLine chosen(CommandLine mantra) {
    if (command.isEmpty()) {
      return mantra;
    }
    var found = mantra.getSubcommands().get(command.get());
    if (found == null) {
      throw new ParameterException(mantra, "there is no command '" + command.get() + "'");
    }
    return found;
  }
}
