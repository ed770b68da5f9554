package dev.mantra.redactor;

import java.util.List;

/** Finds what a command prints whose whole purpose is to print a secret, or a file of one. */
final class PrintedSecret {
  private static final int LONGEST_LINE = 400;

  /** Commands that print a file; which one tells whether it is a secret. */
  static final List<String> FILES =
      List.of("cat ", "head ", "tail ", "less ", "more ", "bat ", "type ", "get-content ", "read(");

  /** Commands that print a secret. */
  static final List<String> COMMANDS =
      List.of(
          "gh auth token",
          "print-access-token",
          "print-identity-token",
          "get-access-token",
          "get-login-password",
          "create token",
          "auth:token",
          "op read",
          "pass show",
          "kv get -field",
          "print token",
          "find-generic-password",
          "secret-tool lookup",
          "get-secret-value",
          "secrets versions access",
          "secret show",
          "bw get password",
          "lpass show",
          "wg genkey",
          "wg genpsk",
          "pwgen",
          "openssl rand",
          "join-token",
          "keyring get",
          "npm token create",
          "doppler secrets get",
          "secrets get",
          "decode-secret",
          "base64 -d",
          "base64 --decode");

  private static final List<String> SECRET_FILES =
      List.of(
          "secret",
          "token",
          "credential",
          "passw",
          "passphrase",
          "api_key",
          "apikey",
          "api-key",
          "_key",
          "-key",
          ".key",
          "private",
          "authkey",
          ".pat",
          "_pat");

  private final Text text;
  private final Candidates found;

  PrintedSecret(Text text, Candidates found) {
    this.text = text;
    this.found = found;
  }

  void lookBehindCommand(int wordEnd) {
    take(text.lineEnd(wordEnd, LONGEST_LINE));
  }

  void lookBehindFile(int wordStart, int wordEnd) {
    if (!isCommand(wordStart)) {
      return;
    }
    int end = text.lineEnd(wordEnd, LONGEST_LINE);
    var path = text.small(wordEnd, end);
    if (SECRET_FILES.stream().anyMatch(path::contains) && !path.contains(".pub")) {
      take(end);
    }
  }

  /** Whether a word stands where commands do: behind a prompt, an operator or a bracket. */
  private boolean isCommand(int wordStart) {
    int i = wordStart - 1;
    while (text.at(i) == ' ') {
      i--;
    }
    return "\n$#>%;|&(`\u276f\u203a\u279c".indexOf(text.at(i)) >= 0;
  }

  /** Takes the one word of the next line that holds anything. */
  private void take(int lineEnd) {
    int from = lineEnd + 1;
    for (int lines = 0; lines < 2 && from < text.length(); lines++) {
      int end = text.lineEnd(from, LONGEST_LINE * 10);
      int start = from;
      while (start < end
          && !Words.isLetterOrDigit(text.charAt(start))
          && isMargin(text.charAt(start))) {
        start++;
      }
      int stop = end;
      while (stop > start && (text.charAt(stop - 1) <= ' ' || text.charAt(stop - 1) == '\u2502')) {
        stop--;
      }
      if (stop > start) {
        var value = text.subSequence(start, stop);
        if (value.indexOf(' ') < 0
            && value.length() >= 8
            && !value.contains("://")
            && value.indexOf('(') < 0
            && !Placeholder.isOne(value)
            && (Likeness.RANDOM.holds(value)
                || (Likeness.STRONG.holds(value)
                    && value.chars().anyMatch(Character::isDigit)
                    && value.indexOf('/') < 0
                    && value.indexOf('=') < 0))) {
          found.add("printed-secret", Candidates.CONTEXT, start, stop);
        }
        found.end(text, stop);
        return;
      }
      from = end + 1;
    }
  }

  private static boolean isMargin(char c) {
    return c <= ' ' || c >= 0x80 || c == '|' || c == '>' || c == '"' || c == '\'';
  }
}
