package dev.mantra.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    header = "Print completions for a shell.",
    description = "Prints a script that has the shell complete commands and options of mantra.",
    footer = {
      "  source <(mantra completion bash)          in ~/.bashrc; zsh is the same",
      "  mantra completion fish | source           in ~/.config/fish/config.fish"
    })
final class CompletionCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  CompletionCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    var mantra = CommandTree.full(call);
    var script =
        switch (shell) {
          case BASH -> AutoComplete.bash("mantra", mantra);
          // The first line is for zsh to load the script by itself when it lies in its path.
          case ZSH -> "#compdef mantra\n" + AutoComplete.bash("mantra", mantra);
          case FISH -> FishCompletion.of(mantra);
        };
    call.console().print(script.stripTrailing());
    return ExitCode.OK.status();
  }
}
