package dev.mantra.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
    name = "mantra",
    header = "A DVR for terminal AI coding sessions.",
    description = {
      "Records what a terminal shows while you work with an AI agent, and finds, plays and exports it"
          + " later. Everything stays on this machine.",
      "S stands for a session: its id, the beginning of its id, last, or last~2 for the third last."
          + " P stands for a position in it: 12:34, an ISO time, 50%%, marker:NAME, start or end."
    },
    versionProvider = VersionCommand.Provider.class,
    footer = {
      "  mantra rec -- claude      record Claude Code",
      "  mantra                    look for a session, at a terminal",
      "  mantra ls                 list what was recorded",
      "  mantra play last          watch the last session again",
      "  mantra screen last        see how its screen looked at the end",
      "  mantra ls --help          all about one command"
    })
final class MantraCommand implements Callable<Integer> {

  /** Every command has it: see {@link CommandTree}. */
  static final String VERBOSE = "--verbose";

  private final Call call;

  @Spec private @Nullable CommandSpec spec;

  MantraCommand(Call call) {
    this.call = call;
  }

  @Option(
      order = 101,
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  @SuppressWarnings("unused") // picocli keeps what it sets
  private boolean help;

  @Option(
      order = 102,
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  @SuppressWarnings("unused") // picocli keeps what it sets
  private boolean version;

  @Option(
      order = 103,
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "Use colour: auto, always or never. NO_COLOR and CLICOLOR_FORCE count too.")
  void color(ColorChoice choice) {
    call.console().choose(choice);
  }

  @Option(
      order = 104,
      names = {"-v", VERBOSE},
      description = "Say more at standard error; show where an error came from.")
  void verbose(boolean on) {
    if (on) {
      call.askToBeVerbose();
    }
  }

  @Override
  public Integer call() throws IOException {
    if (BrowseCommand.isPossible(call.console())) {
      return new BrowseCommand(call).call();
    }
    var line = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(line, "no command was given");
  }
}
