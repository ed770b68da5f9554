package dev.mantra.cli;

import dev.mantra.formats.asciicast.MalformedRecordingException;
import dev.mantra.formats.asciicast.Problem;
import dev.mantra.formats.event.SessionId;
import dev.mantra.recorder.IoProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells what an import did: a line a recording at standard output, troubles at standard error. */
final class ImportReport {

  private final Console console;
  private final String verb;
  private int imported;
  private int known;
  private int unreadable;
  private int failed;
  private long problems;

  /**
   * @param verb what happened to a recording that was not there before
   */
  ImportReport(Console console, String verb) {
    this.console = console;
    this.verb = verb;
  }

  void imported(Path file, String format, String id) {
    imported++;
    console.print(SafeText.of(verb + " " + file + " (" + format + ") " + id).strip());
  }

  void known(Path file, SessionId id) {
    known++;
    console.print(SafeText.of("known " + file + " " + id));
  }

  void problems(List<Problem> first, long count) {
    problems += count;
    first.forEach(problem -> console.notice(problem.toString()));
    if (count > first.size()) {
      console.notice("and " + (count - first.size()) + " more like these");
    }
  }

  void failed(Path source, IOException problem) {
    if (problem instanceof MalformedRecordingException) {
      unreadable++;
    } else {
      failed++;
    }
    if (console.isVerbose()) {
      console.trace(problem);
    }
    console.notice(
        problem instanceof MalformedRecordingException
            ? "cannot import " + IoProblem.describe(problem)
            : "cannot import " + source + ": " + IoProblem.reason(problem));
  }

  void empty(Path folder) {
    console.notice(
        "there is nothing to import in "
            + folder
            + ": no transcript of an agent, and no file ends with "
            + ImportSources.endings());
  }

  /** Prints the sum of all recordings and says how it went. */
  ExitCode finish() {
    if (isEmpty()) {
      return ExitCode.NOTHING;
    }
    console.print(
        verb
            + " "
            + imported
            + ", known "
            + known
            + ", failed "
            + (failed + unreadable)
            + ", problems in the imported "
            + problems);
    if (failed > 0) {
      return ExitCode.IO;
    }
    if (unreadable > 0) {
      return ExitCode.BAD_DATA;
    }
    return ExitCode.OK;
  }

  private boolean isEmpty() {
    return imported + known + failed + unreadable == 0;
  }
}
