package dev.mantra.cli;

import dev.mantra.formats.asciicast.ForeignRecording;
import dev.mantra.formats.asciicast.ScriptLogs;
import dev.mantra.formats.event.Event;
import dev.mantra.recorder.Import;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    header = "Make sessions of recordings other programs made.",
    description = {
      "Reads asciicasts (version 1 to 3), recordings of script and of ttyrec, gzipped or not, and all of"
          + " them that are in a folder and below it. What a file is is told by its content. Importing"
          + " the same recording again changes nothing.",
      "Of script's two files either may be named; the other is looked for beside it. --timing names a"
          + " timing file whose log lies elsewhere or has an unusual name.",
      "What cannot be read is reported with file and place, and everything else is imported. Exit status"
          + " 65 when a source is no recording, 74 when a file could not be read or written."
    },
    footer = {
      "  mantra import demo.cast                   one recording",
      "  mantra import ~/casts --dry-run           what a folder would give",
      "  mantra import --timing t.tm --log-out t.out --log-in t.in"
    })
final class ImportCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description = "Recordings and folders of them.")
  private List<String> sources = List.of();

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
    if (sources.isEmpty() && timing.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, "nothing to import was named; name a recording or a folder of them");
    }
    if (timing.isEmpty() && (logOut.isPresent() || logIn.isPresent())) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--log-out and --log-in need --timing, which tells when what was written");
    }
    var importer = new Import(call.store(), Version.RECORDED_BY);
    var report = new ImportReport(call.console(), dryRun ? "would import" : "imported");
    if (timing.isPresent()) {
      var logs = new ScriptLogs(log(logOut).or(() -> log(logIn)), log(logIn).or(() -> log(logOut)));
      var file = call.path(timing.get());
      one(importer, file, () -> ForeignRecording.openScript(file, logs), report);
    }
    for (var source : sources) {
      var path = call.path(source);
      for (var file : ImportSources.in(path, report)) {
        one(importer, file, () -> ForeignRecording.open(file), report);
      }
    }
    return report.finish().status();
  }

  @FunctionalInterface
  private interface Opening {
    ForeignRecording open() throws IOException;
  }

  private void one(Import importer, Path file, Opening opening, ImportReport report) {
    try (var progress = new Progress(call.console(), "importing " + file.getFileName())) {
      var recording = opening.open();
      if (dryRun) {
        var known = importer.find(recording);
        if (known.isPresent()) {
          report.known(file, known.get());
        } else {
          report.imported(file, recording.format().label(), "");
        }
        return;
      }
      long[] bytes = {0};
      var outcome =
          importer.run(
              recording,
              event -> {
                bytes[0] += event instanceof Event.Output output ? output.bytes().length() : 0;
                progress.step(() -> SessionText.size(bytes[0]));
              });
      switch (outcome) {
        case Import.Outcome.Known known -> report.known(file, known.id());
        case Import.Outcome.Imported done -> {
          report.imported(file, recording.format().label(), done.id().value());
          report.problems(done.problems(), done.problemCount());
        }
      }
    } catch (IOException e) {
      report.failed(file, e);
    }
  }

  private Optional<Path> log(Optional<String> name) {
    return name.map(call::path);
  }
}
