package dev.mantra.redactor;

/** Finds the password in an address: {@code scheme://user:password@host}. */
final class UrlPassword {
  private static final int LONGEST = 512;

  private final Text text;
  private final Candidates found;

  UrlPassword(Text text, Candidates found) {
    this.text = text;
    this.found = found;
  }

  /** Looks behind a {@code ://}. */
  void look(int from) {
    int end = from;
    int at = -1;
    int last = Math.min(text.length(), from + LONGEST);
    while (end < last && !isEnd(text.charAt(end))) {
      char c = text.charAt(end);
      if (c == '@') {
        at = end;
      } else if ((c == '/' || c == '?' || c == '#') && (at >= 0 || !isPassword(from, end))) {
        break;
      }
      end++;
    }
    found.end(text, end);
    if (at < 0 || !isHost(text.at(at + 1))) {
      return;
    }
    int colon = from;
    while (colon < at && text.charAt(colon) != ':') {
      colon++;
    }
    if (colon < at) {
      password(from, colon, at);
    } else if (at - from >= 16 && isToken(text.subSequence(from, at))) {
      found.add("url-token", Candidates.PATTERN, from, at);
    }
  }

  private void password(int from, int colon, int at) {
    var user = text.subSequence(from, colon);
    var password = text.subSequence(colon + 1, at);
    if (password.length() >= 3
        && !password.equalsIgnoreCase(user)
        && !Placeholder.isOne(password)
        && (Likeness.STRONG.holds(password) || password.length() >= 12)) {
      found.add("url-password", Candidates.PATTERN, colon + 1, at);
    }
  }

  /** Whether what stands before a slash may be the beginning of a password: there was a colon. */
  private boolean isPassword(int from, int slash) {
    int colon = -1;
    for (int i = from; i < slash; i++) {
      if (text.charAt(i) == ':') {
        colon = i;
      }
    }
    if (colon < 0) {
      return false;
    }
    for (int i = colon + 1; i < slash; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return slash - from < 64 && slash > colon + 1;
      }
    }
    return false; // a port
  }

  private static boolean isToken(String user) {
    return Likeness.RANDOM.holds(user) && !Placeholder.isOne(user);
  }

  private static boolean isHost(char first) {
    return Words.isLetterOrDigit(first) || "[$%{".indexOf(first) >= 0;
  }

  private static boolean isEnd(char c) {
    return c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`' || c == '\u2502';
  }
}
