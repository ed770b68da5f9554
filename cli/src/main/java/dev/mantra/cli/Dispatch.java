package dev.mantra.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the command that the arguments call: all but the plainest, picocli understands. */
final class Dispatch {

  private Dispatch() {}

  static int run(List<String> arguments, Call call) {
    var console = call.console();
    try {
      // What is recorded must see nothing of us; 'mantra doctor' tells these as well.
      if (!arguments.stream().limit(1).anyMatch("rec"::equals)) {
        call.settings().warnings().forEach(console::notice);
      }
      var plain = PlainCommand.of(call, arguments);
      if (plain.isPresent()) {
        return plain.get().call();
      }
      var mantra = CommandTree.forArguments(call, arguments);
      return run(mantra, arguments, console);
    } catch (Exception e) {
      return Failures.report(console, e);
    }
  }

  private static int run(CommandLine mantra, List<String> arguments, Console console) {
    try {
      var parsed = mantra.parseArgs(arguments.toArray(String[]::new));
      var asked = parsed.asCommandLineList().getLast();
      if (parsed.hasSubcommand() ? isHelp(asked) : mantra.isUsageHelpRequested()) {
        console.print(CommandTree.usage(asked, console).stripTrailing());
        return ExitCode.OK.status();
      }
      if (mantra.isVersionHelpRequested()) {
        console.print(Version.RECORDED_BY);
        return ExitCode.OK.status();
      }
      return execute(asked);
    } catch (ParameterException e) {
      return refuse(e, console);
    } catch (Exception e) {
      return Failures.report(console, e);
    }
  }

  private static boolean isHelp(CommandLine command) {
    return command.isUsageHelpRequested();
  }

  private static int execute(CommandLine command) throws Exception {
    Callable<Integer> body = command.getCommand();
    return body.call();
  }

  private static int refuse(ParameterException e, Console console) {
    var name = e.getCommandLine().getCommandSpec().qualifiedName();
    console.notice(String.valueOf(e.getMessage()).lines().findFirst().orElse("bad arguments"));
    if (e instanceof UnmatchedArgumentException unmatched) {
      var close = unmatched.getSuggestions();
      if (!close.isEmpty()) {
        console.notice("did you mean " + String.join(" or ", close) + "?");
      }
    }
    console.notice("'" + name + " --help' explains how it is used");
    return ExitCode.USAGE.status();
  }
}
