package dev.mantra.cli;

import dev.mantra.recorder.pty.CurrentProcess;
import java.util.List;
import java.util.Optional;

/** The program {@code mantra}. */
public final class Main {

  /** Set while the start-up cache is made: that needs the JVM's own, slower, way out. */
  private static final String TRAINING = "mantra.training";

  /** Parts the commands of the training. */
  private static final String NEXT = "then";

  /** Stands before a command of the training that is to run as at pipes. */
  private static final String PIPED = "piped";

  private Main() {}

  public static void main(String[] arguments) {
    if (Boolean.getBoolean(TRAINING)) {
      System.exit(train(List.of(arguments)));
    }
    int status = run(List.of(arguments), Surroundings.ofThisProcess());
    if (arguments.length > 0 && arguments[0].equals("rec")) {
      CurrentProcess.exit(status);
    }
    // Nothing is left to be done, and exit would load the JVM's logging to say that it was called.
    Runtime.getRuntime().halt(status);
  }

  /** Runs several commands in one process, as long as they succeed; {@value #NEXT} parts them. */
  private static int train(List<String> commands) {
    int next = commands.indexOf(NEXT);
    if (next < 0) {
      return trainOne(commands);
    }
    int status = trainOne(commands.subList(0, next));
    return status == 0 ? train(commands.subList(next + 1, commands.size())) : status;
  }

  private static int trainOne(List<String> command) {
    var around = Surroundings.ofThisProcess();
    return command.getFirst().equals(PIPED)
        ? run(command.subList(1, command.size()), around.withoutTerminal())
        : run(command, around);
  }

  /** Runs one command to its end and returns the status to exit with. */
  static int run(List<String> arguments, Surroundings around) {
    var console = new Console(around);
    var settings = Settings.load(around);
    console.choose(settings.color());
    int status = run(arguments, console, settings);
    var failure = console.finish();
    return failure.isPresent() && status == ExitCode.OK.status()
        ? Failures.report(console, failure.get())
        : status;
  }

  private static int run(List<String> arguments, Console console, Settings settings) {
    var recording = recOptions(arguments);
    if (recording.isPresent()) {
      // The short way to the command: picocli would take longer than all the rest.
      try {
        return RecRun.run(recording.get(), settings, console);
      } catch (RuntimeException e) {
        return Failures.report(console, e);
      }
    }
    return Dispatch.run(arguments, new Call(console, settings));
  }

  private static Optional<RecOptions> recOptions(List<String> arguments) {
    return !arguments.isEmpty() && arguments.getFirst().equals("rec")
        ? RecArguments.parse(arguments.subList(1, arguments.size()))
        : Optional.empty();
  }
}
