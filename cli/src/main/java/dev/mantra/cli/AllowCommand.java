package dev.mantra.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "allow",
    header = "Let something be seen that looks like a secret.",
    description = {
      "Adds to the user's rules, redact.toml beside the settings, what is no secret though it looks like"
          + " one: a value that 'mantra scan' has found, by its number (of which only a fingerprint is"
          + " written down), all values of a form, or all that a rule finds. It counts from the next"
          + " command on, for all sessions."
    },
    footer = {
      "  mantra allow last 3                        what scan calls github-token#3",
      "  mantra allow --form 'test-[a-z]+'          all values of this form (RE2 syntax)",
      "  mantra allow --rule jwt                    whatever the rule jwt finds"
    })
final class AllowCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(
      paramLabel = "[S N...]",
      arity = "0..*",
      description = "The session, and numbers of what was found in it.")
  private List<String> words = List.of();

  @Option(names = "--form", paramLabel = "REGEX", description = "Values of this form.")
  private Optional<String> form = Optional.empty();

  @Option(names = "--rule", paramLabel = "RULE", description = "Whatever this rule finds.")
  private Optional<String> rule = Optional.empty();

  AllowCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    if (words.isEmpty() == (form.isEmpty() && rule.isEmpty()) || words.size() == 1) {
      throw new CommandFailure(
          ExitCode.USAGE, "say what to allow: a session and numbers, or --form, or --rule");
    }
    var rules = UserRules.of(call.settings());
    if (form.isPresent()) {
      rules.add("[[allow]]\nform = " + UserRules.quoted(form.get()) + "\n");
    }
    if (rule.isPresent()) {
      rules.add("[[allow]]\nrule = " + UserRules.quoted(rule.get()) + "\n");
    }
    if (!words.isEmpty()) {
      values(rules);
    }
    return ExitCode.OK.status();
  }

  private void values(UserRules rules) throws IOException {
    var session = call.session(words.getFirst());
    try (var progress = new ScanProgress(call.console(), session.id())) {
      var found = SessionSecrets.of(call).scan(session, progress).fingerprints();
      for (var word : words.subList(1, words.size())) {
        var fingerprint = found.get(number(word));
        if (fingerprint == null) {
          throw new CommandFailure(
              ExitCode.NOTHING,
              "there is no "
                  + word
                  + " in "
                  + session.id()
                  + "; 'mantra scan' lists what there is");
        }
        rules.add(
            "# "
                + session.id()
                + "\n[[allow]]\nfingerprint = "
                + UserRules.quoted(fingerprint)
                + "\n");
      }
    }
  }

  /** The number in {@code github-token#3}, {@code #3} or {@code 3}. */
  private static int number(String word) {
    try {
      return Integer.parseInt(word.substring(word.lastIndexOf('#') + 1));
    } catch (NumberFormatException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "'" + word + "' is no number of a secret, as scan lists them", e);
    }
  }
}
