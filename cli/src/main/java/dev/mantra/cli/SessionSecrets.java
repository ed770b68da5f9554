package dev.mantra.cli;

import dev.mantra.redactor.InvalidRulesException;
import dev.mantra.redactor.Rules;
import dev.mantra.redactor.session.Redactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What is secret in sessions: the one door through which commands learn it. */
final class SessionSecrets {

  /** The user's own rules, beside the settings. */
  private static final String RULES = "redact.toml";

  private SessionSecrets() {}

  /** Goes by Mantra's rules and those of the user. */
  static Redactions of(Call call) {
    var rules = new Rules.Builder();
    var own = call.settings().folders().config().flatMap(SessionSecrets::read);
    if (own.isPresent()) {
      try {
        rules.add(RULES, own.get());
      } catch (InvalidRulesException e) {
        throw new CommandFailure(ExitCode.BAD_DATA, String.valueOf(e.getMessage()), e);
      }
    }
    return new Redactions(call.settings().cache(), rules);
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
}
