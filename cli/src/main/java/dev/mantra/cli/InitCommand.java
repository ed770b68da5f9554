package dev.mantra.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "init",
    header = "Print shell functions that record your agents.",
    description = {
      "Prints functions for the shell that record claude, codex and gemini from now on, whenever they"
          + " run in a terminal and are not being recorded already. The setting init.commands lists the"
          + " commands. 'command claude' still runs the plain one."
    },
    footer = {
      "  eval \"$(mantra init bash)\"             in ~/.bashrc",
      "  eval \"$(mantra init zsh)\"              in ~/.zshrc",
      "  mantra init fish | source               in ~/.config/fish/config.fish"
    })
final class InitCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  InitCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    call.console().print(ShellFunctions.of(shell, call.settings().initCommands()).stripTrailing());
    return ExitCode.OK.status();
  }
}
