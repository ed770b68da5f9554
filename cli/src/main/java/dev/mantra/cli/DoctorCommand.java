package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "doctor",
    header = "Look for trouble, and say what to do about it.",
    description = {
      "Checks the program, the store, the terminal, the shell functions and the configuration. Exit"
          + " status 1 when something is wrong."
    },
    footer = {"  mantra doctor             what is checked and how it is"})
final class DoctorCommand implements Callable<Integer> {

  private final Call call;

  DoctorCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    var console = call.console();
    boolean healthy = true;
    for (var finding : new Checkup(call).findings()) {
      console.print(mark(finding.verdict()) + " " + SafeText.of(finding.what()));
      if (!finding.advice().isEmpty()) {
        console.print("        " + SafeText.of(finding.advice()));
      }
      healthy &= finding.verdict() != Finding.Verdict.BAD;
    }
    return (healthy ? ExitCode.OK : ExitCode.NOTHING).status();
  }

  private String mark(Finding.Verdict verdict) {
    return switch (verdict) {
      case GOOD -> call.console().styled(Style.GREEN, "ok     ");
      case NOTE -> call.console().styled(Style.YELLOW, "note   ");
      case BAD -> call.console().styled(Style.RED, "trouble");
    };
  }
}
