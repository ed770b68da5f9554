package dev.mantra.cli;

import dev.mantra.formats.asciicast.ForeignRecording;
import dev.mantra.formats.asciicast.ScriptLogs;
import dev.mantra.formats.event.Event;
import dev.mantra.recorder.Import;
import java.io.IOException;
import java.nio.file.Path;

/** Imports recordings of other programs. */
final class RecordingImport {

  private final Call call;
  private final ImportMode mode;
  private final ImportReport report;
  private final Import importer;

  RecordingImport(Call call, ImportMode mode, ImportReport report) {
    this.call = call;
    this.mode = mode;
    this.report = report;
    this.importer = new Import(call.store(), Version.RECORDED_BY);
  }

  void file(Path file) {
    one(file, () -> ForeignRecording.open(file));
  }

  /** A recording of script whose files are named. */
  void script(Path timing, ScriptLogs logs) {
    one(timing, () -> ForeignRecording.openScript(timing, logs));
  }

  @FunctionalInterface
  private interface Opening {
    ForeignRecording open() throws IOException;
  }

  private void one(Path file, Opening opening) {
    try (var progress = new Progress(call.console(), "importing " + file.getFileName())) {
      var recording = opening.open();
      if (mode == ImportMode.DRY_RUN) {
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
}
