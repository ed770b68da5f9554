package dev.mantra.cli;

import dev.mantra.cli.RecOptions.Switch;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "rec",
    header = "Record a command.",
    description = {
      "Runs a command in a terminal of its own and records what it shows, what is typed, and when."
          + " The command notices nothing of it; its exit status is that of mantra.",
      "Everything behind -- or behind the first word that is no option belongs to the command."
          + " Without a command your shell is recorded.",
      "What is typed while the terminal does not show it, as a password, is never recorded."
    },
    footer = {
      "  mantra rec -- claude --resume         record Claude Code",
      "  mantra rec -t 'fix login' codex       record Codex under a title",
      "  mantra rec -c 'make test | less'      record a line for the shell",
      "  mantra rec -o demo.cast -- bash       write an asciicast as well"
    })
final class RecCommand implements Callable<Integer> {

  private final Call call;
  private final RecOptionsBuilder options = new RecOptionsBuilder();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "The command and its arguments; no shell touches them.")
  private List<String> command = List.of();

  RecCommand(Call call) {
    this.call = call;
  }

  @Option(
      order = 10,
      names = {"-c", "--command"},
      paramLabel = "LINE",
      description = "Record what /bin/sh makes of this line.")
  void commandLine(String text) {
    options.commandLine(text);
  }

  @Option(
      order = 11,
      names = {"-t", "--title"},
      paramLabel = "TITLE",
      description = "Give the session a title.")
  void title(String text) {
    options.title(text);
  }

  @Option(
      order = 12,
      names = {"-I", "--capture-input"},
      description = "Record what is typed; this is on unless it was set otherwise.")
  void input(boolean on) {
    options.input(on ? Switch.ON : Switch.OFF);
  }

  @Option(order = 13, names = "--no-input", description = "Do not record what is typed.")
  void noInput(boolean off) {
    options.input(off ? Switch.OFF : Switch.ON);
  }

  @Option(
      order = 14,
      names = {"-o", "--output"},
      paramLabel = "FILE.cast",
      description = "Write an asciicast to this file as well.")
  void output(String file) {
    checked(() -> options.cast(file));
  }

  @Option(
      order = 15,
      names = {"--force", "--overwrite"},
      description = "Let --output replace a file that is there.")
  void overwrite(boolean on) {
    options.overwrite(on ? Switch.ON : Switch.OFF);
  }

  @Option(
      order = 16,
      names = "--workspace",
      paramLabel = "DIR",
      description = "Record the files of this folder in place of the working folder's.")
  void workspace(String folder) {
    checked(() -> options.workspaceFolder(folder));
  }

  @Option(
      order = 17,
      names = "--no-workspace",
      description = "Do not record the files of the working folder.")
  void noWorkspace(boolean off) {
    if (off) {
      options.noWorkspace();
    }
  }

  @Option(
      order = 18,
      names = "--no-agents",
      description = "Do not record what agents write into their transcripts.")
  void noAgents(boolean off) {
    options.agents(off ? Switch.OFF : Switch.ON);
  }

  @Option(
      order = 19,
      names = {"-i", "--idle-time-limit"},
      paramLabel = "SECS",
      description = "Note down that players should show no longer pause; the recording keeps all.")
  void idleTimeLimit(String seconds) {
    checked(() -> options.idleTimeLimit(seconds));
  }

  @Option(
      order = 20,
      names = "--window-size",
      paramLabel = "COLSxROWS",
      description = "Give the command's terminal this size in place of your terminal's.")
  void windowSize(String size) {
    checked(() -> options.windowSize(size));
  }

  @Option(
      order = 21,
      names = "--headless",
      description = "Show nothing and read nothing of this terminal.")
  void headless(boolean on) {
    options.headless(on ? Switch.ON : Switch.OFF);
  }

  @Option(
      order = 22,
      names = "--strict",
      description = "Do not run the command when it cannot be recorded.")
  void strict(boolean on) {
    options.strict(on ? Switch.ON : Switch.OFF);
  }

  @Option(
      order = 23,
      names = "--no-strict",
      description = "Run the command even when it cannot be recorded.")
  void noStrict(boolean off) {
    options.strict(off ? Switch.OFF : Switch.ON);
  }

  @Option(
      order = 24,
      names = {"-q", "--quiet"},
      description = "Do not even say at the end what could not be recorded.")
  void quiet(boolean on) {
    options.quiet(on ? Switch.ON : Switch.OFF);
  }

  @Override
  public Integer call() {
    return RecRun.run(options(), call.settings(), call.console());
  }

  /** What the command line asked for. */
  RecOptions options() {
    options.command(command);
    if (call.wasAskedToBeVerbose()) {
      options.verbose(Switch.ON);
    }
    try {
      return options.build();
    } catch (IllegalArgumentException e) {
      throw failure(e);
    }
  }

  private void checked(Runnable setting) {
    try {
      setting.run();
    } catch (IllegalArgumentException e) {
      throw failure(e);
    }
  }

  private ParameterException failure(IllegalArgumentException e) {
    var line = Objects.requireNonNull(spec).commandLine();
    return new ParameterException(line, String.valueOf(e.getMessage()), e);
  }
}
