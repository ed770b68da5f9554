package dev.mantra.indexer;

import dev.mantra.indexer.RequiredLiterals.Case;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/**
 * Reads as much of RE2's syntax as is needed to tell which texts every match contains. What it does
 * not know makes it give up: no literal is always right.
 */
final class LiteralParser {

  /** Characters that mean something else than themselves. */
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  /** Escapes that match nothing of a text, only a place in it. */
  private static final String PLACES = "AzbB";

  private static final int DEEPEST = 100;

  /** Small and capital letters of these are more than two characters: K, ſ. */
  private static final String MANY_CASES = "ks";

  private static final class GiveUp extends Exception {
    private static final long serialVersionUID = 1;

    GiveUp() {
      super(null, null, false, false);
    }
  }

  private final String regex;
  private final Case letters;
  private int at;
  private int depth;

  LiteralParser(String regex, Case letters) {
    this.regex = regex;
    this.letters = letters;
  }

  Optional<Set<String>> required() {
    try {
      var whole = alternatives();
      return at < regex.length() ? Optional.empty() : whole.required();
    } catch (GiveUp e) {
      return Optional.empty();
    }
  }

  private boolean isNext(char c) {
    return at < regex.length() && regex.charAt(at) == c;
  }

  private LiteralFacts alternatives() throws GiveUp {
    var facts = sequence();
    while (isNext('|')) {
      at++;
      facts = facts.or(sequence());
    }
    return facts;
  }

  private LiteralFacts sequence() throws GiveUp {
    var elements = new ArrayList<LiteralFacts>();
    while (at < regex.length() && !isNext('|') && !isNext(')')) {
      elements.add(repeated(element()));
    }
    return LiteralFacts.sequence(elements);
  }

  private LiteralFacts repeated(LiteralFacts element) throws GiveUp {
    var facts = element;
    while (at < regex.length() && "*+?{".indexOf(regex.charAt(at)) >= 0) {
      char c = regex.charAt(at);
      if (c == '{') {
        int end = regex.indexOf('}', at);
        var counts = end < 0 ? "" : regex.substring(at + 1, end);
        if (!counts.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
          throw new GiveUp();
        }
        at = end + 1;
        facts = counts.matches("0+(,.*)?") ? LiteralFacts.ANYTHING : facts.repeated();
      } else {
        at++;
        facts = c == '+' ? facts.repeated() : LiteralFacts.ANYTHING;
      }
      if (isNext('?')) {
        at++; // as few as possible: that changes nothing about what must be there
      }
    }
    return facts;
  }

  private LiteralFacts element() throws GiveUp {
    int c = regex.codePointAt(at);
    at += Character.charCount(c);
    return switch (c) {
      case '(' -> group();
      case '[' -> {
        skipClass();
        yield LiteralFacts.ANYTHING;
      }
      case '.' -> LiteralFacts.ANYTHING;
      case '^', '$' -> LiteralFacts.EMPTY;
      case '\\' -> escape();
      case '*', '+', '?', '{', '}', ']' -> throw new GiveUp();
      default -> character(c);
    };
  }

  private LiteralFacts group() throws GiveUp {
    if (isNext('?')) {
      if (regex.startsWith("?:", at)) {
        at += 2;
      } else if (regex.startsWith("?P<", at) && regex.indexOf('>', at) > 0) {
        at = regex.indexOf('>', at) + 1;
      } else {
        throw new GiveUp();
      }
    }
    if (++depth > DEEPEST) {
      throw new GiveUp();
    }
    var facts = alternatives();
    depth--;
    if (!isNext(')')) {
      throw new GiveUp();
    }
    at++;
    return facts;
  }

  private LiteralFacts escape() throws GiveUp {
    if (at == regex.length()) {
      throw new GiveUp();
    }
    char c = regex.charAt(at++);
    if (SPECIAL.indexOf(c) >= 0 || (c < 0x80 && !Character.isLetterOrDigit(c))) {
      return character(c);
    }
    if (PLACES.indexOf(c) >= 0) {
      return LiteralFacts.EMPTY;
    }
    if ("dDsSwW".indexOf(c) >= 0) {
      return LiteralFacts.ANYTHING;
    }
    throw new GiveUp();
  }

  private void skipClass() throws GiveUp {
    int end = at;
    if (end < regex.length() && regex.charAt(end) == '^') {
      end++;
    }
    if (end < regex.length() && regex.charAt(end) == ']') {
      end++;
    }
    while (end < regex.length() && regex.charAt(end) != ']') {
      if (regex.startsWith("[:", end)) {
        int close = regex.indexOf(":]", end + 2);
        if (close < 0) {
          throw new GiveUp();
        }
        end = close + 2;
      } else {
        end += regex.charAt(end) == '\\' ? 2 : 1;
      }
    }
    if (end >= regex.length()) {
      throw new GiveUp();
    }
    at = end + 1;
  }

  private LiteralFacts character(int c) throws GiveUp {
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      throw new GiveUp();
    }
    if (letters == Case.EXACT) {
      return LiteralFacts.text(Character.toString(c));
    }
    int small = Character.toLowerCase(c);
    return c >= 0x80 || MANY_CASES.indexOf(small) >= 0
        ? LiteralFacts.ANYTHING
        : LiteralFacts.text(Character.toString(small));
  }
}
