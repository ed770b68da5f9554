package dev.mantra.redactor;

import java.util.List;

/**
 * Finds what is given to a secret's name, in whatever notation: shell, configuration files, JSON,
 * XML, source code, flags, headers, queries, tables, sentences.
 */
final class Assignment {

  /** How sure a notation makes that what follows is a value and not more of a text or program. */
  private enum Notation {
    /** {@code NAME=value}, {@code --name value}, a tag, a header: the value stands as it is. */
    DATA,
    /** {@code name: value} or {@code name = value}: may be a program or a sentence. */
    LOOSE,
    /** {@code f("name", "value")}: only a quoted value counts. */
    CALL,
    /** {@code the name is value}. */
    SENTENCE
  }

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_VALUE = 4096;
  private static final int FARTHEST_PAIR = 80;

  /** Values within values are looked at so many times: more are made to keep us busy. */
  private static final int MOST_NESTED = 50;

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

  private static final List<String> SCHEMES =
      List.of("bearer ", "basic ", "token ", "apikey ", "bot ", "key ", "pass:");

  private final Text text;
  private final Candidates found;
  private int seenUpTo;

  /** Where the value ends that goes farthest, and how many in a row began within it. */
  private int lastEnd;

  private int nested;

  Assignment(Text text, Candidates found) {
    this.text = text;
    this.found = found;
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
    if (kind == SecretName.NONE && name.equals("key") && isOneOf(first - 1, "?&")) {
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
    return isOneOf(end - 1, "\"'") || text.at(end) == '\r' || text.at(end) == '\n';
  }

  /** Finds the separator behind a name. */
  private void value(SecretName kind, int start, int first, int nameEnd) {
    int end = nameEnd;
    boolean quoted = isOneOf(end, "\"'`");
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
        int skip = loose && isOneOf(at + 1, "=>") ? 2 : 1;
        boolean comparison = text.at(at + 1) == '=';
        judge(
            kind,
            first,
            at + skip,
            comparison
                ? Notation.CALL
                : loose || text.at(at + 1) == ' ' ? Notation.LOOSE : Notation.DATA);
      }
      case ':' -> {
        if (text.at(at + 1) == '=') {
          judge(kind, first, at + 2, Notation.LOOSE);
        } else if (text.at(at + 1) != ':') {
          judge(kind, first, at + 1, quoted ? Notation.DATA : Notation.LOOSE);
        }
      }
      case '>' -> {
        if (text.at(first - 1) == '<' || text.at(first - 1) == ':') {
          judge(kind, first, at + 1, Notation.DATA);
        }
      }
      case ',' -> {
        if (quoted) {
          judge(kind, first, at + 1, Notation.CALL);
        }
      }
      case '(' -> judge(kind, first, at + 1, Notation.CALL);
      case '|', '\u2502', '\t' -> judge(kind, first, at + 1, Notation.LOOSE);
      case '\n', '\r' -> pair(kind, end);
      default -> {
        if (blanks && (start < first || isSetByCommand(start))) {
          judge(kind, first, at, Notation.DATA);
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
          judge(kind, first, next, Notation.SENTENCE);
          if (!word.equals("to")) {
            return;
          }
        }
        case "" -> {
          return;
        }
        default -> {
          if (word.endsWith(":")) {
            judge(kind, first, next, Notation.SENTENCE);
            return;
          }
          if (words == 0 && kind == SecretName.TOKEN) {
            judge(kind, first, i, Notation.SENTENCE);
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
    while (i < last && (Character.isWhitespace(text.charAt(i)) || isOneOf(i, ",{;}\"'-+"))) {
      i++;
    }
    for (var word : PAIR_WORDS) {
      int end = i + word.length();
      if (end <= text.length() && text.contains(word, i, end) && !Words.isName(text.at(end))) {
        int at = text.skipBlanks(isOneOf(end, "\"'") ? end + 1 : end);
        if (isOneOf(at, "=:")) {
          judge(kind, nameEnd, at + 1, Notation.DATA);
          return true;
        }
      }
    }
    return false;
  }

  /** Reads the value that begins here and decides whether it is a secret. */
  private void judge(SecretName kind, int name, int from, Notation notation) {
    int at = skipScheme(text.skipBlanks(from));
    nested = at < lastEnd ? nested + 1 : 0;
    if (nested > MOST_NESTED) {
      return;
    }
    int quote = quote(at);
    if (quote > at) {
      at = quote;
    }
    boolean quoted = isOneOf(at, "\"'`");
    if (quoted) {
      char mark = text.charAt(at);
      int start = skipScheme(at + 1);
      int end = closing(start, mark);
      found.end(text, end);
      decide(kind, start, end, notation, true);
    } else if (notation != Notation.CALL) {
      int end = bare(name, at);
      if (isTyped(at, end)) {
        judge(kind, name, text.skipBlanks(end) + 1, Notation.LOOSE);
        return;
      }
      found.end(text, end);
      decide(kind, at, end, notation, false);
    }
  }

  /** {@code name: Type = value}. */
  private boolean isTyped(int at, int end) {
    int next = text.skipBlanks(end);
    return next > end && text.at(next) == '=' && text.at(next + 1) != '=' && end > at;
  }

  /** The place of a quotation mark behind a prefix of a string, or the same place. */
  private int quote(int at) {
    int i = at;
    while (i < at + 2
        && i < text.length()
        && (Words.isLetterOrDigit(text.charAt(i)) || isOneOf(i, "@$"))) {
      i++;
    }
    return isOneOf(i, "\"'`") ? i : at;
  }

  private int skipScheme(int at) {
    for (var scheme : SCHEMES) {
      int end = at + scheme.length();
      if (end < text.length() && text.contains(scheme, at, end)) {
        return text.skipBlanks(end);
      }
    }
    return at;
  }

  private int closing(int from, char mark) {
    int last = Math.min(text.length(), from + LONGEST_VALUE);
    int i = from;
    while (i < last && text.charAt(i) != mark && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, last);
  }

  /** The end of a value without quotation marks. */
  private int bare(int name, int from) {
    boolean query = name > 0 && isOneOf(name - 1, "?&;");
    int last = Math.min(text.length(), from + LONGEST_VALUE);
    int i = from;
    while (i < last) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)
          || c == '"'
          || c == '\''
          || c == '<'
          || c == '`'
          || c == '\u2502'
          || (query && (c == '&' || c == ';' || c == '#'))) {
        break;
      }
      i++;
    }
    boolean toTheEnd = isEndOfLine(i) && text.at(i) != '<';
    if (!toTheEnd) {
      for (int k = from; k < i; k++) {
        if (isOneOf(k, ",;)}]&|") && text.at(i) != '<') {
          return k;
        }
      }
    }
    while (i > from && isOneOf(i - 1, ",;.:)}]\\")) {
      i--;
    }
    return i;
  }

  private boolean isEndOfLine(int index) {
    int i = text.skipBlanks(index);
    return i >= text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }

  private void decide(SecretName kind, int start, int end, Notation notation, boolean quoted) {
    lastEnd = Math.max(lastEnd, end);
    if (end - start < 4) {
      return;
    }
    var value = text.subSequence(start, end);
    if (Placeholder.isOne(value) || isElsewhere(value) || hasControls(value)) {
      return;
    }
    if (isSecret(kind, value, notation, quoted)) {
      found.add(label(kind), Candidates.CONTEXT, start, end);
    }
  }

  private static boolean isSecret(
      SecretName kind, String value, Notation notation, boolean quoted) {
    boolean random = Likeness.RANDOM.holds(value);
    if (notation == Notation.SENTENCE) {
      return value.length() >= 8
          && !isAssignment(value)
          && (random || isPassphrase(value))
          && hasDigit(value);
    }
    if (value.indexOf(' ') >= 0 && !quoted) {
      return false;
    }
    if (!quoted
        && ("{[".indexOf(value.charAt(0)) >= 0
            || isCall(value)
            || (notation == Notation.LOOSE && isCode(value)))) {
      return false;
    }
    return switch (kind) {
      case NONE -> false;
      case MAYBE -> random && value.length() >= 16 && value.indexOf(' ') < 0;
      case TOKEN ->
          value.indexOf(' ') < 0
              && (random
                  || (value.length() >= 8
                      && Likeness.STRONG.holds(value)
                      && hasDigit(value)
                      && (quoted || notation == Notation.DATA || isPassphrase(value))));
      case PASSWORD ->
          Likeness.STRONG.holds(value)
              && (value.indexOf(' ') < 0 || (hasDigit(value) && value.length() <= 40))
              && (notation == Notation.DATA || quoted || hasDigit(value));
    };
  }

  /** Whether it has line ends and the like, be it as escapes: what is quoted is a text. */
  private static boolean hasControls(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' '
          || (c == '\\' && i + 1 < value.length() && "nrtux0".indexOf(value.charAt(i + 1)) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAssignment(String value) {
    int sign = value.indexOf('=');
    return sign > 0
        && sign < value.length() - 2
        && value
            .substring(0, sign)
            .chars()
            .allMatch(c -> c == '_' || c == '-' || Character.isLetter(c));
  }

  /** Words with hyphens and digits, as generators of passwords make them. */
  private static boolean isPassphrase(String value) {
    return value.chars().filter(c -> c == '-').count() >= 2
        && Character.isDigit(value.charAt(value.length() - 1));
  }

  private static boolean hasDigit(String value) {
    return value.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Where the value is, and not what it is. */
  private static boolean isElsewhere(String value) {
    return value.contains("://")
        || value.startsWith("./")
        || value.startsWith("../")
        || value.startsWith("~/")
        || value.startsWith("@")
        || value.startsWith("\\\\")
        || (value.startsWith("/") && value.indexOf('/', 1) > 0 && !Likeness.RANDOM.holds(value));
  }

  /** A name or an expression of a program. */
  private static boolean isCode(String value) {
    if (value.charAt(0) == '(') {
      return true;
    }
    if (name(value) < value.length()) {
      return false;
    }
    return value.indexOf('.') > 0
        ? !Likeness.RANDOM.holds(value)
        : Character.isLetter(value.charAt(0))
            && !Likeness.RANDOM.holds(value)
            && value.length() < 10;
  }

  /** A call of a program, or an element of something. */
  private static boolean isCall(String value) {
    int end = name(value);
    return end > 0
        && end < value.length()
        && "([".indexOf(value.charAt(end)) >= 0
        && Character.isLetter(value.charAt(0));
  }

  /** The end of the name that a value begins with. */
  private static int name(String value) {
    int i = 0;
    while (i < value.length()
        && (Words.isLetterOrDigit(value.charAt(i)) || "_.".indexOf(value.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  private static String label(SecretName kind) {
    return kind == SecretName.PASSWORD ? "password" : "secret";
  }

  private boolean isOneOf(int index, String characters) {
    return characters.indexOf(text.at(index)) >= 0;
  }
}
