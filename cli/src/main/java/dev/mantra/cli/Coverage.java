package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.formats.journal.Viewing;
import dev.mantra.redactor.KnownValues;
import dev.mantra.redactor.session.FileCover;
import dev.mantra.redactor.session.KnownSummaries;
import dev.mantra.redactor.session.Redactions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How sessions are shown: with their secrets covered, or as they are if somebody wants to see them.
 * Every command that shows something of a session gets it here.
 */
final class Coverage {

  private final Call call;
  private final Optional<Redactions> redactions;
  private @Nullable KnownValues values;

  private Coverage(Call call, Optional<Redactions> redactions) {
    this.call = call;
    this.redactions = redactions;
  }

  /** Covers what looks like a secret. */
  static Coverage ofSecrets(Call call) {
    return new Coverage(call, Optional.of(SessionSecrets.of(call)));
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
    return forced(call);
  }

  /** Covers nothing, whoever reads it. */
  static Coverage forced(Call call) {
    return new Coverage(call, Optional.empty());
  }

  /** A session as it may be shown. */
  Session of(Session session) throws IOException {
    if (redactions.isEmpty()) {
      return session;
    }
    try (var progress = new ScanProgress(call.console(), session.id())) {
      return redactions.get().covered(session, progress);
    }
  }

  /** The same, with what {@link #check} needs. */
  Session toBeChecked(Session session) throws IOException {
    if (redactions.isEmpty()) {
      return session;
    }
    try (var progress = new ScanProgress(call.console(), session.id())) {
      var known = redactions.get().withValues(session, progress);
      values = known.values();
      return session.seenThrough(known.redaction());
    }
  }

  /** The same for many sessions, without a word. */
  Viewing viewing() {
    return redactions.<Viewing>map(covering -> covering).orElse(Viewing.ORIGINALS);
  }

  /** What a list shows of a session, which is not read for that. */
  SessionSummary summary(Session session) throws IOException {
    return redactions.isEmpty() ? session.summary() : redactions.get().summary(session);
  }

  /** The same of many sessions: where they are known from an earlier list. */
  Optional<KnownSummaries> summaries() {
    return redactions.flatMap(
        covering -> cache().map(folder -> new KnownSummaries(folder, covering)));
  }

  /** What covers a session's files; empty where they are shown as they are. */
  Optional<FileCover> files(Session session) throws IOException {
    if (redactions.isEmpty()) {
      return Optional.empty();
    }
    try (var progress = new ScanProgress(call.console(), session.id())) {
      return Optional.of(redactions.get().files(session, progress));
    }
  }

  /** Where what is derived from sessions is kept: nothing that is not covered. */
  Optional<Path> cache() {
    return redactions.isEmpty() ? Optional.empty() : call.settings().cache();
  }

  /** Looks through a finished file: what should have been covered must not be in it. */
  void check(NewFile file) throws IOException {
    var written = file.written();
    if (values == null || written.isEmpty()) {
      return;
    }
    int left = LeftOver.count(written.get(), values);
    if (left > 0) {
      throw new CommandFailure(
          ExitCode.INTERNAL,
          "the finished file still held " + left + " piece(s) of secrets, so it was not kept");
    }
  }
}
