package dev.mantra.indexer.search;

import java.util.Arrays;

/** The parts of a run: names are parted where they change to a capital, and at {@code _}. */
final class RunParts {

  private char[] text = {};
  private int[] bounds = new int[16];
  private int[] nameEnds = new int[8];
  private int count;

  void read(char[] newText, int from, int to) {
    text = newText;
    count = 0;
    int at = from;
    while (at < to) {
      if (Letters.isConnector(text[at]) || text[at] == '_') {
        at++;
      } else {
        int end = nameEnd(at, to);
        name(at, end);
        at = end;
      }
    }
  }

  int count() {
    return count;
  }

  int from(int part) {
    return bounds[2 * part];
  }

  int to(int part) {
    return bounds[2 * part + 1];
  }

  /** Where the name ends that begins with a part; where the part ends if none does. */
  int nameEnd(int part) {
    return nameEnds[part];
  }

  private int nameEnd(int from, int to) {
    int end = from;
    while (end < to && !Letters.isConnector(text[end])) {
      end++;
    }
    while (end > from && text[end - 1] == '_') {
      end--;
    }
    return end;
  }

  private void name(int from, int to) {
    int first = count;
    int begin = from;
    for (int i = from + 1; i < to; i++) {
      if (text[i] == '_') {
        add(begin, i);
        begin = i + 1;
      } else if (i > begin && isHump(i, to)) {
        add(begin, i);
        begin = i;
      }
    }
    add(begin, to);
    if (count > first) {
      nameEnds[first] = to;
    }
  }

  /** Whether a new part begins: {@code getUser}, {@code HTTPServer}. */
  private boolean isHump(int at, int to) {
    if (!Letters.isUpperCase(text[at])) {
      return false;
    }
    boolean afterSmall = Character.isLowerCase(text[at - 1]) || isDigit(text[at - 1]);
    boolean beforeSmall = at + 1 < to && Character.isLowerCase(text[at + 1]);
    return (afterSmall && !isDigit(text[at - 1]))
        || (beforeSmall && Character.isLetter(text[at - 1]))
        || (afterSmall && beforeSmall);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void add(int from, int to) {
    if (to <= from) {
      return;
    }
    if (2 * count + 2 > bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
      nameEnds = Arrays.copyOf(nameEnds, 2 * nameEnds.length);
    }
    bounds[2 * count] = from;
    bounds[2 * count + 1] = to;
    nameEnds[count] = to;
    count++;
  }
}
