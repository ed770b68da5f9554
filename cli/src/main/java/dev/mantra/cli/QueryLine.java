package dev.mantra.cli;

/** The line in which a query is typed. */
final class QueryLine {

  private final StringBuilder text;

  QueryLine(String text) {
    this.text = new StringBuilder(text);
  }

  String text() {
    return text.toString();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  void type(String typed) {
    text.append(typed);
  }

  void erase() {
    if (!text.isEmpty()) {
      text.setLength(text.offsetByCodePoints(text.length(), -1));
    }
  }

  void eraseWord() {
    int end = text.toString().stripTrailing().length();
    text.setLength(text.lastIndexOf(" ", Math.max(0, end - 1)) + 1);
  }

  void eraseAll() {
    text.setLength(0);
  }

  /** The query as far as it was typed: of the last word perhaps only the beginning is there. */
  String unfinished() {
    int word = text.lastIndexOf(" ") + 1;
    return text.substring(word).matches("[\\p{L}\\p{N}_]{2,}") && !isInQuotes()
        ? text + "*"
        : text.toString();
  }

  private boolean isInQuotes() {
    return text.chars().filter(c -> c == '"').count() % 2 == 1;
  }
}
