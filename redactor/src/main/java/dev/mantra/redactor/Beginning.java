package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters may stand in the first places of what a regular expression matches, as far as
 * that can be read off it. Most texts are refused by one of them, which is far cheaper than to try
 * the expression.
 */
final class Beginning {
  private static final int MOST_PLACES = 40;
  private static final int ASCII = 128;

  /** A set or a character that means itself, and how often it stands there. */
  private static final Pattern PART =
      Pattern.compile(
          "(?:\\[(?<set>[!-Z_-~]+)]|\\\\(?<sign>[!-/])|(?<plain>[A-Za-z0-9_=:;,@%!#&~-]))"
              + "(?:\\{(?<least>\\d{1,3})(?<more>,\\d*)?}|(?<some>[*+?{]))?");

  /** For each place the characters that may stand there. */
  private final boolean[][] places;

  private Beginning(List<boolean[]> places) {
    this.places = places.toArray(boolean[][]::new);
  }

  /** That of the matches of an expression; where it is not understood, anything may stand. */
  static Beginning of(String source) {
    List<boolean[]> places = new ArrayList<>();
    var part = PART.matcher(source);
    boolean goesOn = source.indexOf('|') < 0; // else the first alternative would stand for all
    for (int at = 0; goesOn && part.region(at, source.length()).lookingAt(); at = part.end()) {
      var some = part.group("some");
      var least = part.group("least");
      int times =
          least != null ? Integer.parseInt(least) : some == null || some.equals("+") ? 1 : 0;
      var characters = characters(part);
      for (int i = 0; i < times && places.size() < MOST_PLACES; i++) {
        places.add(characters);
      }
      goesOn = some == null && part.group("more") == null;
    }
    return new Beginning(places);
  }

  private static boolean[] characters(Matcher part) {
    var characters = new boolean[ASCII];
    var set = part.group("set");
    if (set == null) {
      var one = part.group("sign") == null ? part.group("plain") : part.group("sign");
      characters[one.charAt(0)] = true;
      return characters;
    }
    for (int i = 0; i < set.length(); i++) {
      char first = set.charAt(i);
      boolean isRange = i + 2 < set.length() && set.charAt(i + 1) == '-';
      i += isRange ? 2 : 0;
      for (char c = first; c <= set.charAt(i); c++) {
        characters[c] = true;
      }
    }
    return characters;
  }

  /** Whether a match may begin at an index; no is certain. */
  boolean mayStandAt(Text text, int index) {
    if (index + places.length > text.length()) {
      return false;
    }
    int at = index;
    for (var place : places) {
      char c = text.charAt(at++);
      if (c >= ASCII || !place[c]) {
        return false;
      }
    }
    return true;
  }
}
