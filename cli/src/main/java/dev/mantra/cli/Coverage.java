package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.redactor.session.SessionScan;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/**
 * What of a session leaves the program covered: its secrets, or nothing if somebody wants to see
 * them.
 */
final class Coverage {
  private final Optional<SessionScan.Result> scanned;

  private Coverage(Optional<SessionScan.Result> scanned) {
    this.scanned = scanned;
  }

  /** Covers what looks like a secret. */
  static Coverage ofSecrets(OpenSession session, Call call) throws IOException {
    return new Coverage(Optional.of(SessionSecrets.of(call).scan(session)));
  }

  /** Covers nothing, if a person at a terminal says so; without one, to whom should it be shown? */
  static Coverage ofNothing(Call call) throws IOException {
    var console = call.console();
    boolean person =
        console.isTerminal(Stream.OUT)
            && console.isTerminal(Stream.IN)
            && console.isTerminal(Stream.ERR);
    if (!person) {
      throw new CommandFailure(
          ExitCode.USAGE, "secrets are written to a file or a pipe only with --reveal and --force");
    }
    var answer = console.ask("Show secrets as they are? [y/N] ").orElse("").strip();
    if (!answer.toLowerCase(Locale.ROOT).matches("y|yes")) {
      throw new CommandFailure(ExitCode.NOTHING, "nothing was shown");
    }
    return forced();
  }

  /** Covers nothing, whoever reads it. */
  static Coverage forced() {
    return new Coverage(Optional.empty());
  }

  SessionHeader header(SessionHeader header) {
    return scanned.map(result -> result.redaction().header(header)).orElse(header);
  }

  /** The events of the whole session, from the first one on. */
  Iterator<Event> events(Iterator<Event> events) {
    return scanned.map(result -> result.redaction().apply(events)).orElse(events);
  }

  /** Looks through a finished file: what should have been covered must not be in it. */
  void check(NewFile file) throws IOException {
    var written = file.written();
    if (scanned.isEmpty() || written.isEmpty()) {
      return;
    }
    int left = LeftOver.count(written.get(), scanned.get().values());
    if (left > 0) {
      throw new CommandFailure(
          ExitCode.INTERNAL,
          "the finished file still held " + left + " piece(s) of secrets, so it was not kept");
    }
  }
}
