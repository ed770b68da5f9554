package dev.mantra.cli;

import dev.mantra.formats.asciicast.MalformedRecordingException;
import dev.mantra.formats.journal.NoSuchSessionException;
import dev.mantra.formats.journal.UnsupportedJournalException;
import dev.mantra.recorder.IoProblem;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns what was thrown into a sentence for the person and a status for the shell. */
final class Failures {

  private Failures() {}

  static int report(Console console, Throwable problem) {
    if (console.isVerbose()) {
      console.trace(problem);
    }
    return switch (problem) {
      case CommandFailure e -> say(console, e.code(), e.text());
      case UncheckedIOException e -> report(console, cause(e));
      case NoSuchSessionException e -> say(console, ExitCode.NOTHING, IoProblem.describe(e));
      case MalformedRecordingException e -> say(console, ExitCode.BAD_DATA, IoProblem.describe(e));
      case UnsupportedJournalException e -> say(console, ExitCode.BAD_DATA, IoProblem.describe(e));
      case IOException e when IoProblem.isBrokenPipe(e) -> ExitCode.BROKEN_PIPE.status();
      case IOException e -> say(console, ExitCode.IO, IoProblem.describe(e));
      default ->
          say(
              console,
              ExitCode.INTERNAL,
              "this should not have happened: "
                  + problem
                  + "; MANTRA_DEBUG=1 shows where, and nothing that was recorded is touched by it");
    };
  }

  private static IOException cause(UncheckedIOException e) {
    var cause = e.getCause();
    return cause == null ? new IOException(e) : cause;
  }

  private static int say(Console console, ExitCode code, String sentence) {
    console.notice(sentence);
    return code.status();
  }
}
