package dev.mantra.redactor;

import java.util.List;

/**
 * Finds what is given to a secret's name, in whatever notation: shell, configuration files, JSON,
 * XML, source code, flags, headers, queries, tables, sentences.
 */
final class Assignment {

  private static final int LONGEST_NAME = 80;
  private static final int FARTHEST_PAIR = 80;

  /** Parts of names of secrets: where one stands, a name is looked at. */
  static final List<String> WORDS =
      List.of(
          "pass",
          "pwd",
          "psw",
          "_pw",
          "-pw",
          "bindpw",
          "secret",
          "token",
          "key",
          "credential",
          "auth",
          "psk",
          "jwt",
          "bearer",
          "cookie",
          "session",
          "sid",
          "dsn",
          "webhook",
          "_pat",
          "sas",
          "kennwort",
          "senha",
          "contrase\u00f1a",
          "mnemonic",
          "seed",
          "signature",
          "csrf",
          "xsrf",
          "privkey",
          "\u5bc6\u7801",
          "\u043f\u0430\u0440\u043e\u043b\u044c");

  private static final List<String> PAIR_WORDS =
      List.of("value", "default", "content", "string", "val", "data", "secret", "clear");

  private final Text text;
  private final AssignedValues values;
  private int seenUpTo;

  Assignment(Text text, Candidates found) {
    this.text = text;
    this.values = new AssignedValues(text, found);
  }

  /** Looks at the name that a word is part of. */
  void look(int wordStart, int wordEnd) {
    if (wordStart < seenUpTo) {
      return;
    }
    int end = wordEnd;
    while (end < text.length()
        && end - wordStart < LONGEST_NAME
        && Words.isName(text.charAt(end))) {
      end++;
    }
    seenUpTo = end;
    if (!mayBeFollowed(end)) {
      return;
    }
    int start = wordStart;
    while (start > 0 && wordEnd - start < LONGEST_NAME && Words.isName(text.charAt(start - 1))) {
      start--;
    }
    int first = start;
    while (first < wordStart && (text.charAt(first) == '-' || text.charAt(first) == '.')) {
      first++;
    }
    var name = text.subSequence(first, end);
    while (!name.isEmpty() && "-.".indexOf(name.charAt(name.length() - 1)) >= 0) {
      name = name.substring(0, name.length() - 1);
      end--;
    }
    var kind = name.isEmpty() ? SecretName.NONE : SecretName.of(name);
    if (kind == SecretName.NONE && name.equals("key") && text.isOneOf(first - 1, "?&")) {
      kind = SecretName.MAYBE;
    }
    if (kind != SecretName.NONE) {
      value(kind, start, first, end);
    }
  }

  private boolean mayBeFollowed(int end) {
    int i = text.skipBlanks(end);
    return (i < text.length() && text.charAt(i) != '\n') || isPairLikely(end);
  }

  private boolean isPairLikely(int end) {
    return text.isOneOf(end - 1, "\"'") || text.at(end) == '\r' || text.at(end) == '\n';
  }

  /** Finds the separator behind a name. */
  private void value(SecretName kind, int start, int first, int nameEnd) {
    int end = nameEnd;
    boolean quoted = text.isOneOf(end, "\"'`");
    if (quoted) {
      end++;
    }
    if (text.at(end) == ']') {
      end++;
    }
    int at = text.skipBlanks(end);
    boolean blanks = at > end;
    char c = text.at(at);
    if (quoted && pair(kind, end)) {
      return;
    }
    switch (c) {
      case '=' -> {
        boolean loose = blanks || text.at(at + 1) == '=' || text.at(at + 1) == '>';
        int skip = loose && text.isOneOf(at + 1, "=>") ? 2 : 1;
        boolean comparison = text.at(at + 1) == '=';
        values.judge(
            kind,
            first,
            at + skip,
            comparison
                ? Notation.CALL
                : loose || text.at(at + 1) == ' ' ? Notation.LOOSE : Notation.DATA);
      }
      case ':' -> {
        if (text.at(at + 1) == '=') {
          values.judge(kind, first, at + 2, Notation.LOOSE);
        } else if (text.at(at + 1) != ':') {
          values.judge(kind, first, at + 1, quoted ? Notation.DATA : Notation.LOOSE);
        }
      }
      case '>' -> {
        if (text.at(first - 1) == '<' || text.at(first - 1) == ':') {
          values.judge(kind, first, at + 1, Notation.DATA);
        }
      }
      case ',' -> {
        if (quoted) {
          values.judge(kind, first, at + 1, Notation.CALL);
        }
      }
      case '(' -> values.judge(kind, first, at + 1, Notation.CALL);
      case '|', '\u2502', '\t' -> values.judge(kind, first, at + 1, Notation.LOOSE);
      case '\n', '\r' -> pair(kind, end);
      default -> {
        if (blanks && (start < first || isSetByCommand(start))) {
          values.judge(kind, first, at, Notation.DATA);
        } else if (blanks && kind.isCertain()) {
          sentence(kind, first, at);
        }
      }
    }
  }

  /** {@code setx NAME value} and the like. */
  private boolean isSetByCommand(int start) {
    int from = text.lineStart(start, 40);
    var before = text.subSequence(from, start).stripTrailing();
    return before.endsWith("setx")
        || before.endsWith("setenv")
        || before.endsWith("set-env")
        || before.endsWith("-gx")
        || before.endsWith("-Ux")
        || before.endsWith("-x")
        || before.endsWith("-gxp")
        || before.endsWith("config set")
        || before.endsWith("secrets set")
        || before.endsWith("secret set");
  }

  /** {@code the password for the database is value}. */
  private void sentence(SecretName kind, int first, int at) {
    int i = at;
    for (int words = 0; words < 6; words++) {
      int end = i;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      var word = text.subSequence(i, end);
      int next = text.skipBlanks(end);
      switch (word) {
        case "is", "was", "=", ":", "is:", "->", "\u2192", "to" -> {
          values.judge(kind, first, next, Notation.SENTENCE);
          if (!word.equals("to")) {
            return;
          }
        }
        case "" -> {
          return;
        }
        default -> {
          if (word.endsWith(":")) {
            values.judge(kind, first, next, Notation.SENTENCE);
            return;
          }
          if (words == 0 && kind == SecretName.TOKEN) {
            values.judge(kind, first, i, Notation.SENTENCE);
          }
        }
      }
      i = next;
    }
  }

  /** Two members of one thing: {@code name: NAME, value: V}, {@code key="NAME" value="V"}. */
  private boolean pair(SecretName kind, int nameEnd) {
    int i = nameEnd;
    int last = Math.min(text.length(), nameEnd + FARTHEST_PAIR);
    while (i < last && (Character.isWhitespace(text.charAt(i)) || text.isOneOf(i, ",{;}\"'-+"))) {
      i++;
    }
    for (var word : PAIR_WORDS) {
      int end = i + word.length();
      if (end <= text.length() && text.contains(word, i, end) && !Words.isName(text.at(end))) {
        int at = text.skipBlanks(text.isOneOf(end, "\"'") ? end + 1 : end);
        if (text.isOneOf(at, "=:")) {
          values.judge(kind, nameEnd, at + 1, Notation.DATA);
          return true;
        }
      }
    }
    return false;
  }
}
