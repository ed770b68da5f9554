package dev.mantra.indexer.automaton;

/** An expression, and how far it has been read. */
final class RegexText {

  private final String text;
  private int at;

  RegexText(String text) {
    this.text = text;
  }

  boolean isOver() {
    return at == text.length();
  }

  /** Whether one of these comes next. */
  boolean isNext(String characters) {
    return !isOver() && characters.indexOf(text.charAt(at)) >= 0;
  }

  /** Reads this if it comes next. */
  boolean takes(String expected) {
    boolean isThere = text.startsWith(expected, at);
    at += isThere ? expected.length() : 0;
    return isThere;
  }

  /** Reads the next character. */
  int take() throws Unreadable {
    if (isOver()) {
      throw new Unreadable();
    }
    int c = text.codePointAt(at);
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      throw new Unreadable();
    }
    at += Character.charCount(c);
    return c;
  }

  /** Reads up to a character, and past it. */
  String takeTo(char end) throws Unreadable {
    int place = text.indexOf(end, at);
    if (place < 0) {
      throw new Unreadable();
    }
    var part = text.substring(at, place);
    at = place + 1;
    return part;
  }
}
