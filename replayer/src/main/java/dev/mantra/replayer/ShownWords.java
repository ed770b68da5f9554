package dev.mantra.replayer;

import dev.mantra.formats.conversation.Gist;
import dev.mantra.terminal.Terminal;
import java.util.List;

/**
 * Words of a message, to be looked for on a screen. Only letters and digits count: programs wrap
 * and indent text, put it in frames, and show its markup as colours.
 *
 * @param places any of which is enough
 */
record ShownWords(List<String> places) {

  /** So many letters are as good as all. */
  private static final int ENOUGH = 24;

  /** Fewer are on every screen. */
  private static final int LEAST = 3;

  /** The words that a text begins with. */
  static ShownWords first(Gist text) {
    return of(List.of(beginning(text)));
  }

  /** The words that a text ends with. */
  static ShownWords last(Gist text) {
    return of(List.of(end(text)));
  }

  /**
   * The words that a text begins with, or those that it ends with: of a long one a part is shown.
   */
  static ShownWords firstOrLast(Gist text) {
    return of(List.of(beginning(text), end(text)));
  }

  private static ShownWords of(List<String> places) {
    return new ShownWords(places.stream().filter(place -> place.length() >= LEAST).toList());
  }

  private static String beginning(Gist text) {
    var letters = letters(text.head());
    return letters.substring(0, Math.min(ENOUGH, letters.length()));
  }

  private static String end(Gist text) {
    var letters = letters(text.tail());
    return letters.substring(Math.max(0, letters.length() - ENOUGH));
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  boolean areOn(Terminal terminal) {
    var screen = new StringBuilder();
    for (int row = 0; row < terminal.rows(); row++) {
      append(screen, terminal.line(row).text());
    }
    return areAmong(screen.toString());
  }

  boolean areIn(String text) {
    return areAmong(letters(text));
  }

  private boolean areAmong(String letters) {
    return places.stream().anyMatch(letters::contains);
  }

  private static String letters(String text) {
    var letters = new StringBuilder(text.length());
    append(letters, text);
    return letters.toString();
  }

  private static void append(StringBuilder letters, String text) {
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
  }
}
