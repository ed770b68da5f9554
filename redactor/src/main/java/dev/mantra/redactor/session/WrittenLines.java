package dev.mantra.redactor.session;

import java.util.Arrays;

/**
 * The line that is being written, as a printer without edges would have it: characters that are
 * printed over others take their place, and what was there before is a line of its own.
 */
final class WrittenLines {
  private static final int LONGEST = 16_384;
  private static final int OVERLAP = 2048;
  private static final int TAB = 8;

  private final PlacedPage.Builder page;
  private char[] characters = new char[256];
  private long[] places = new long[256];
  private int length;
  private int column;
  private boolean returned;

  WrittenLines(PlacedPage.Builder page) {
    this.page = page;
  }

  /** Whether something stands right of where the next character goes. */
  boolean isWithin() {
    return column < length;
  }

  /** Puts a code point: the second of its characters, if there are two, has no place. */
  void put(int codePoint, long place) {
    if (Character.isBmpCodePoint(codePoint)) {
      put((char) codePoint, place);
    } else {
      put(Character.highSurrogate(codePoint), place);
      put(Character.lowSurrogate(codePoint), Places.NOWHERE);
    }
  }

  private void put(char c, long place) {
    if (returned) {
      startOver();
    }
    if (column == characters.length) {
      characters = Arrays.copyOf(characters, column * 2);
      places = Arrays.copyOf(places, column * 2);
    }
    characters[column] = c;
    places[column] = place;
    column++;
    if (column > length) {
      length = column;
      if (length >= LONGEST) {
        split();
      }
    }
  }

  /**
   * Puts ASCII characters side by side.
   *
   * @param place of the first one
   */
  void put(byte[] ascii, int from, int to, long place) {
    int i = from;
    while (i < to) {
      put((char) ascii[i], place + i - from);
      i++;
      int some = Math.min(to - i, Math.min(characters.length, LONGEST) - column - 1);
      for (int k = 0; k < some; k++) {
        characters[column + k] = (char) ascii[i + k];
        places[column + k] = place + i + k - from;
      }
      if (some > 0) {
        i += some;
        column += some;
        length = Math.max(length, column);
      }
    }
  }

  /** A very long line is taken in pieces, which overlap. */
  private void split() {
    page.append(characters, places, length);
    page.endLine();
    System.arraycopy(characters, length - OVERLAP, characters, 0, OVERLAP);
    System.arraycopy(places, length - OVERLAP, places, 0, OVERLAP);
    length = OVERLAP;
    column = OVERLAP;
  }

  void skip(int columns) {
    int end = Math.min(column + columns, LONGEST - OVERLAP);
    while (column < end) {
      if (column < length) {
        column++;
      } else {
        put(' ', Places.NOWHERE);
      }
    }
  }

  void tab() {
    put('\t', Places.NOWHERE);
    column = Math.max(column, Math.min(length, (column + TAB - 1) / TAB * TAB));
  }

  void back() {
    column = Math.max(0, column - 1);
  }

  /** The cursor goes back over a whole code point. */
  void backOverCodePoint() {
    back();
    if (column > 0 && Character.isSurrogatePair(characters[column - 1], characters[column])) {
      back();
    }
  }

  /** The cursor goes to the line's beginning; what comes next is printed over it. */
  void carriageReturn() {
    if (length > 0 && column > 0) {
      returned = true;
    }
    column = 0;
  }

  /** What is right of the cursor is erased. */
  void erase() {
    if (column < length) {
      page.append(characters, places, length);
      page.endLine();
      length = column;
      returned = false;
    }
  }

  /** The line is complete. */
  void end() {
    returned = false;
    if (length > 0) {
      page.append(characters, places, length);
      page.endLine();
      length = 0;
    }
    column = 0;
  }

  /** The line was cut here; it may go on in the next one. */
  void endSoftly() {
    returned = false;
    if (length > 0) {
      page.append(characters, places, length);
      page.endSoftLine();
      length = 0;
    }
    column = 0;
  }

  /** Something is printed after a carriage return. */
  private void startOver() {
    returned = false;
    // readline wraps so: a blank that goes into the next row, then to its beginning
    boolean wraps = length > 1 && characters[length - 1] == ' ' && characters[length - 2] != ' ';
    if (wraps) {
      length--;
      endSoftly();
    } else {
      page.append(characters, places, length);
      page.endLine();
    }
  }
}
