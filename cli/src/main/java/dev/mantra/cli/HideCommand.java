package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.redactor.HashedValue;
import dev.mantra.redactor.HashedValues;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "hide",
    header = "Have a value covered wherever it stands.",
    description = {
      "Asks for a value, or reads a line of standard input, and adds to the user's rules, redact.toml"
          + " beside the settings, by what it can be recognised: its length and salted hashes of it and"
          + " of its other notations. The value itself is kept nowhere. From the next command on it is"
          + " covered in all sessions, whatever it looks like.",
      "It must have at least six characters and be no plain word: else it would be found everywhere."
    },
    footer = {
      "  mantra hide                             asks for it, and does not show it",
      "  pass show shop/api | mantra hide"
    })
final class HideCommand implements Callable<Integer> {

  private static final int SALT_LENGTH = 8;

  private final Call call;

  HideCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var console = call.console();
    var value =
        (console.isTerminal(Stream.IN) && console.isTerminal(Stream.ERR)
                ? console.askHidden("Value: ")
                : console.ask(""))
            .orElse("")
            .strip();
    var salt = new byte[SALT_LENGTH];
    new SecureRandom().nextBytes(salt);
    var hashes = HashedValues.of(HashedValue.HIDDEN, List.of(value), salt);
    if (hashes.isEmpty()) {
      throw new CommandFailure(
          ExitCode.BAD_DATA,
          "this cannot be hidden: it is shorter than six characters, or a word or a placeholder");
    }
    var rules = UserRules.of(call.settings());
    for (var hash : hashes) {
      rules.add("[[hide]]\nvalue = " + UserRules.quoted(hash.toString()) + "\n");
    }
    return ExitCode.OK.status();
  }
}
