package dev.mantra.cli;

import dev.mantra.redactor.Detector;
import dev.mantra.redactor.InvalidRulesException;
import dev.mantra.redactor.PageDetector;
import dev.mantra.redactor.Rules;
import dev.mantra.redactor.session.SessionScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is secret in sessions: the one door through which commands learn it. */
final class SessionSecrets {

  /** The user's own rules, beside the settings. */
  private static final String RULES = "redact.toml";

  private final PageDetector detector;

  private SessionSecrets(PageDetector detector) {
    this.detector = detector;
  }

  /** Goes by Mantra's rules and those of the user. */
  static SessionSecrets of(Call call) throws IOException {
    var rules = new Rules.Builder();
    var config = call.settings().folders().config();
    var own = config.flatMap(SessionSecrets::read);
    if (own.isPresent()) {
      try {
        rules.add(RULES, own.get());
      } catch (InvalidRulesException e) {
        throw new CommandFailure(ExitCode.BAD_DATA, String.valueOf(e.getMessage()), e);
      }
    }
    return new SessionSecrets(new PageDetector(new Detector(rules.build())));
  }

  private static Optional<String> read(Path folder) {
    try {
      return Optional.of(Files.readString(folder.resolve(RULES)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.IO, "cannot read " + folder.resolve(RULES) + ": " + e.getMessage(), e);
    }
  }

  /** Reads a session through, twice if anything is found in it. */
  SessionScan.Result scan(OpenSession session) throws IOException {
    return SessionScan.of(
        session.header(),
        taker -> {
          long number = 0;
          for (var events = session.events(); events.hasNext(); number++) {
            taker.take(number, events.next());
          }
        },
        detector,
        List.of());
  }
}
