package dev.mantra.indexer.automaton;

/** Reads what an expression says of a single character. */
final class SetReader {

  private static final String CONTROLS = "aftnrv";
  private static final String CONTROL_CHARACTERS = "\u0007\f\t\n\r\u000b";

  private final RegexText text;
  private final boolean ignoresCase;

  SetReader(RegexText text, boolean ignoresCase) {
    this.text = text;
    this.ignoresCase = ignoresCase;
  }

  /** The characters that may come next; it is none of the signs that stand for something else. */
  CharacterSet next() throws Unreadable {
    int c = text.take();
    return switch (c) {
      case '.' -> CharacterSet.anything();
      case '[' -> inBrackets();
      case '\\' -> inCase(escaped());
      default -> inCase(CharacterSet.range(c, c));
    };
  }

  private CharacterSet inCase(CharacterSet set) throws Unreadable {
    if (!ignoresCase) {
      return set;
    }
    if (!set.isAscii()) {
      throw new Unreadable();
    }
    return set.inAnyCase();
  }

  private CharacterSet inBrackets() throws Unreadable {
    boolean isOthers = text.takes("^");
    var all = CharacterSet.none();
    boolean isFirst = true;
    while (isFirst || !text.isNext("]")) {
      all = all.or(member());
      isFirst = false;
    }
    text.take();
    all = inCase(all);
    return isOthers ? all.others() : all;
  }

  private CharacterSet member() throws Unreadable {
    int from = text.take();
    if (from == '[' && text.isNext(":")) {
      throw new Unreadable();
    }
    if (from == '\\') {
      if (text.isNext("dswDSW")) {
        return escaped();
      }
      from = escapedCharacter();
    }
    if (!text.takes("-")) {
      return CharacterSet.range(from, from);
    }
    if (text.isNext("]")) {
      return CharacterSet.range(from, from).or(CharacterSet.range('-', '-'));
    }
    int to = text.take();
    if (to == '\\') {
      to = escapedCharacter();
    }
    if (to < from) {
      throw new Unreadable();
    }
    return CharacterSet.range(from, to);
  }

  /** What stands behind a backslash. */
  private CharacterSet escaped() throws Unreadable {
    if (text.isNext("dsw")) {
      return CharacterSet.named((char) text.take());
    }
    if (text.isNext("DSW")) {
      if (ignoresCase) {
        throw new Unreadable();
      }
      return CharacterSet.named(Character.toLowerCase((char) text.take())).others();
    }
    int c = escapedCharacter();
    return CharacterSet.range(c, c);
  }

  private int escapedCharacter() throws Unreadable {
    int c = text.take();
    int control = CONTROLS.indexOf(c);
    if (control >= 0) {
      return CONTROL_CHARACTERS.charAt(control);
    }
    if (c == 'x') {
      return hexadecimal();
    }
    if (c >= 0x80 || Character.isLetterOrDigit(c)) {
      throw new Unreadable();
    }
    return c;
  }

  private int hexadecimal() throws Unreadable {
    var digits =
        text.takes("{")
            ? text.takeTo('}')
            : Character.toString(text.take()) + Character.toString(text.take());
    if (!digits.matches("[0-9a-fA-F]{1,6}")) {
      throw new Unreadable();
    }
    int c = Integer.parseInt(digits, 16);
    if (c > Character.MAX_CODE_POINT) {
      throw new Unreadable();
    }
    return c;
  }
}
