package dev.mantra.indexer;

import java.util.ArrayDeque;

/** Estimates what an expression becomes when its repetitions are written out. */
final class PatternSize {

  private PatternSize() {}

  /** How many copies of one character the repetitions around it make at most. */
  static long copies(String regex) {
    long most = 1;
    var groups = new ArrayDeque<Long>();
    long inGroup = 1;
    long last = 1;
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
        last = 1;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
        last = 1;
        if (regex.startsWith("]", i + 1)) {
          i++;
        }
      } else if (c == '(') {
        groups.push(inGroup);
        inGroup = 1;
      } else if (c == ')' && !groups.isEmpty()) {
        last = inGroup;
        inGroup = groups.pop();
      } else if (c == '{') {
        last *= Math.max(1, count(regex, i));
      } else if ("*+?".indexOf(c) < 0) {
        last = 1;
      }
      inGroup = Math.max(inGroup, last);
      most = Math.max(most, inGroup);
      if (most > Integer.MAX_VALUE) {
        return most;
      }
    }
    return most;
  }

  /** The larger number of {@code {3,7}}. */
  private static long count(String regex, int brace) {
    long most = 0;
    long number = 0;
    for (int i = brace + 1; i < regex.length() && regex.charAt(i) != '}'; i++) {
      char c = regex.charAt(i);
      if (c == ',') {
        number = 0;
      } else if (c >= '0' && c <= '9' && number < Integer.MAX_VALUE) {
        number = number * 10 + (c - '0');
      } else {
        return 0;
      }
      most = Math.max(most, number);
    }
    return most;
  }
}
