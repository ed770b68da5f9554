package dev.mantra.cli;

import dev.mantra.redactor.InvalidRulesException;
import dev.mantra.redactor.Rules;
import dev.mantra.redactor.session.Redactions;

/** What is secret in sessions: the one door through which commands learn it. */
final class SessionSecrets {

  private SessionSecrets() {}

  /** Goes by Mantra's rules and those of the user. */
  static Redactions of(Call call) {
    var rules = new Rules.Builder();
    if (call.settings().folders().config().isPresent()) {
      var own = UserRules.of(call.settings());
      try {
        rules.add(String.valueOf(own.file().getFileName()), own.text());
      } catch (InvalidRulesException e) {
        throw new CommandFailure(ExitCode.BAD_DATA, String.valueOf(e.getMessage()), e);
      }
    }
    return new Redactions(call.settings().cache(), rules);
  }
}
