package dev.mantra.cli;

import dev.mantra.formats.asciicast.ScriptLogs;
import dev.mantra.formats.transcript.Agent;
import dev.mantra.recorder.history.Histories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    header = "Make sessions of agents' histories and of other programs' recordings.",
    description = {
      "Without a SOURCE: finds the conversations that Claude Code, Codex, Gemini CLI and Cursor have kept"
          + " in their folders, and makes each a session. Its transcripts are copied into the session,"
          + " byte for byte, since agents delete theirs. CLAUDE_CONFIG_DIR, CODEX_HOME and GEMINI_HOME count.",
      "Importing again only adds what is new, to the same sessions; titles, tags, marks and notes stay. What"
          + " was recorded joins its recording, and is not imported a second time. A session that you"
          + " deleted comes back only when its SOURCE is named.",
      "A SOURCE is a transcript, a folder of them such as a copied home, or a recording: asciicasts (version"
          + " 1 to 3), recordings of script and of ttyrec, gzipped or not, and all that are in a folder and"
          + " below it. What a file is is told by its content.",
      "Of script's two files either may be named; the other is looked for beside it. --timing names a"
          + " timing file whose log lies elsewhere or has an unusual name.",
      "What cannot be read is reported with file and place, and everything else is imported. Exit status"
          + " 65 when a source is no recording, 74 when a file could not be read or written."
    },
    footer = {
      "  mantra import                             all agents' conversations, or what is new of them",
      "  mantra import --agent codex --since 2w    what went on in Codex in the last two weeks",
      "  mantra import /backup/home --dry-run      what a copied home would give",
      "  mantra import demo.cast                   one recording",
      "  mantra import --timing t.tm --log-out t.out --log-in t.in"
    })
final class ImportCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description = "Transcripts, recordings, and folders of them.")
  private List<String> sources = List.of();

  @Option(
      names = "--agent",
      paramLabel = "NAME",
      split = ",",
      description = "Only conversations of this agent: claude, codex, gemini, cursor.")
  private List<String> agents = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only conversations whose files were written at TIME or later: 2026-11-21, today, 8h, 2d.")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--timing",
      paramLabel = "FILE",
      description = "Timing file of a recording of script.")
  private Optional<String> timing = Optional.empty();

  @Option(
      names = {"--log-out", "--log-io"},
      paramLabel = "FILE",
      description = "With --timing: the file that holds the output, or all there is.")
  private Optional<String> logOut = Optional.empty();

  @Option(
      names = "--log-in",
      paramLabel = "FILE",
      description = "With --timing: the file that holds the input.")
  private Optional<String> logIn = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would be imported, and import nothing.")
  private boolean dryRun;

  ImportCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    if (timing.isEmpty() && (logOut.isPresent() || logIn.isPresent())) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--log-out and --log-in need --timing, which tells when what was written");
    }
    var mode = dryRun ? ImportMode.DRY_RUN : ImportMode.IMPORT;
    var report = new ImportReport(call.console(), mode.verb());
    var recordings = new RecordingImport(call, mode, report);
    var histories = new HistoryImport(call, mode, wanted(), since());
    if (sources.isEmpty() && timing.isEmpty()) {
      var lines = histories.ofHomes();
      if (lines.count() == 0) {
        call.console().notice("there are no conversations in the folders of " + names(wanted()));
      }
      return lines.status().status();
    }
    timing.ifPresent(file -> recordings.script(call.path(file), logs()));
    var named = new ArrayList<Path>();
    var barren = new ArrayList<Path>();
    for (var source : sources) {
      one(call.path(source), recordings, report, named, barren);
    }
    var status = ExitCode.NOTHING;
    int conversations = 0;
    if (!named.isEmpty()) {
      var lines = histories.of(named);
      status = lines.status();
      conversations = lines.count();
    }
    if (conversations == 0) {
      barren.forEach(report::empty);
    }
    return worse(status, report.finish()).status();
  }

  /** A source may hold both: recordings, which are imported at once, and conversations. */
  private void one(
      Path source,
      RecordingImport recordings,
      ImportReport report,
      List<Path> named,
      List<Path> barren) {
    try {
      if (Files.isDirectory(source)) {
        named.add(source);
        var files = wantsRecordings() ? ImportSources.recordings(source) : List.<Path>of();
        files.forEach(recordings::file);
        if (files.isEmpty()) {
          barren.add(source);
        }
      } else if (Histories.isTranscript(source)) {
        named.add(source);
      } else {
        recordings.file(source);
      }
    } catch (IOException e) {
      report.failed(source, e);
    }
  }

  /** Recordings have no agent, and their files tell nothing of when they went on. */
  private boolean wantsRecordings() {
    return agents.isEmpty() && since.isEmpty();
  }

  private static ExitCode worse(ExitCode one, ExitCode other) {
    if (one == ExitCode.NOTHING || other == ExitCode.IO) {
      return other;
    }
    return other == ExitCode.BAD_DATA && one == ExitCode.OK ? other : one;
  }

  private Set<Agent> wanted() {
    var wanted = EnumSet.noneOf(Agent.class);
    for (var name : agents) {
      wanted.add(
          Agent.labelled(name)
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          ExitCode.USAGE,
                          "'"
                              + name
                              + "' is no agent; there are "
                              + names(EnumSet.allOf(Agent.class)))));
    }
    return wanted.isEmpty() ? EnumSet.allOf(Agent.class) : wanted;
  }

  private static String names(Set<Agent> some) {
    return some.stream().map(Agent::label).collect(Collectors.joining(", "));
  }

  private Optional<Instant> since() {
    var around = call.around();
    return since.map(new MomentText(around.clock().instant(), around.zone().get())::since);
  }

  private ScriptLogs logs() {
    return new ScriptLogs(log(logOut).or(() -> log(logIn)), log(logIn).or(() -> log(logOut)));
  }

  private Optional<Path> log(Optional<String> name) {
    return name.map(call::path);
  }
}
