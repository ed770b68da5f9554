package dev.mantra.redactor;

import java.util.List;

/** Reads what is given to names: where it begins and ends, in quotation marks and without. */
final class AssignedValues {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 4096;

  /** Values within values are looked at so many times: more are made to keep us busy. */
  private static final int MOST_NESTED = 12;

  private static final List<String> SCHEMES =
      List.of("bearer ", "basic ", "token ", "apikey ", "bot ", "key ", "pass:");

  private final Text text;
  private final Candidates found;

  /** Where the value ends that goes farthest, and how many in a row began within it. */
  private int lastEnd;

  private int nested;

  AssignedValues(Text text, Candidates found) {
    this.text = text;
    this.found = found;
  }

  /** Reads the value that begins here and decides whether it is a secret. */
  void judge(SecretName kind, int name, int from, Notation notation) {
    int at = skipScheme(text.skipBlanks(from));
    nested = at < lastEnd ? nested + 1 : 0;
    if (nested > MOST_NESTED) {
      return;
    }
    int quote = quote(at);
    if (quote > at) {
      at = quote;
    }
    boolean quoted = text.isOneOf(at, "\"'`");
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
        && (Words.isLetterOrDigit(text.charAt(i)) || text.isOneOf(i, "@$"))) {
      i++;
    }
    return text.isOneOf(i, "\"'`") ? i : at;
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
    int last = Math.min(text.length(), from + LONGEST);
    int i = from;
    while (i < last && text.charAt(i) != mark && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, last);
  }

  /** The end of a value without quotation marks. */
  private int bare(int name, int from) {
    boolean query = name > 0 && text.isOneOf(name - 1, "?&;");
    int last = Math.min(text.length(), from + LONGEST);
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
        if (text.isOneOf(k, ",;)}]&|") && text.at(i) != '<') {
          return k;
        }
      }
    }
    while (i > from && text.isOneOf(i - 1, ",;.:)}]\\")) {
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
    if (end - start < SHORTEST) {
      return;
    }
    var value = text.subSequence(start, end);
    if (!Placeholder.isOne(value) && new AssignedValue(value, quoted).isSecret(kind, notation)) {
      found.add(label(kind), Candidates.CONTEXT, start, end);
    }
  }

  private static String label(SecretName kind) {
    return kind == SecretName.PASSWORD ? "password" : "secret";
  }
}
