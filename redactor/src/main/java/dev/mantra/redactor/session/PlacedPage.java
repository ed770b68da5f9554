package dev.mantra.redactor.session;

import dev.mantra.redactor.Page;
import java.util.Arrays;
import java.util.BitSet;

/** A page whose characters are known by where they stand in a stream of bytes. */
final class PlacedPage {
  private final Page page;
  private final Places places;

  private PlacedPage(Page page, Places places) {
    this.page = page;
    this.places = places;
  }

  Page page() {
    return page;
  }

  String text() {
    return page.text();
  }

  /**
   * The offset of the first byte of a character, -1 where it has none: a line's end, or the second
   * half of a code point.
   */
  long place(int index) {
    return text().charAt(index) == '\n' ? Places.NOWHERE : places.at(index);
  }

  /** How many bytes of memory it takes, about. */
  int size() {
    return text().length() + places.size();
  }

  int sizeOfPlaces() {
    return places.size();
  }

  /** The same with a text that is there already. */
  PlacedPage with(Page same) {
    return new PlacedPage(same, places);
  }

  /** Takes pages. */
  @FunctionalInterface
  interface Sink {
    void take(PlacedPage page);
  }

  /** Collects lines. */
  static final class Builder {
    private char[] characters = new char[1024];
    private final Places.Builder places = new Places.Builder();
    private int length;
    private final BitSet soft = new BitSet();

    int length() {
      return length;
    }

    boolean isEmpty() {
      return length == 0;
    }

    /** Appends a code point: the second of its characters, if there are two, has no place. */
    void append(int codePoint, long place) {
      ensure(length + 2);
      int count = Character.toChars(codePoint, characters, length);
      places.add(length, place);
      if (count > 1) {
        places.add(length + 1, Places.NOWHERE);
      }
      length += count;
    }

    void append(char[] more, long[] at, int count) {
      ensure(length + count);
      System.arraycopy(more, 0, characters, length, count);
      places.add(length, at, count);
      length += count;
    }

    /** Ends a line. */
    void endLine() {
      ensure(length + 1);
      characters[length++] = '\n';
      places.breakOff();
    }

    /** Ends a line that may go on in the next one. */
    void endSoftLine() {
      soft.set(length);
      endLine();
    }

    PlacedPage build(int columns) {
      var text = new String(characters, 0, length);
      return new PlacedPage(new Page(text, (BitSet) soft.clone(), columns, true), places.build());
    }

    /** Forgets all but what stands from an index on. */
    void keepFrom(int index) {
      int left = length - index;
      if (left == 0) {
        clear();
        return;
      }
      System.arraycopy(characters, index, characters, 0, left);
      places.keepFrom(index);
      var kept = soft.get(index, length);
      soft.clear();
      soft.or(kept);
      length = left;
    }

    void clear() {
      places.clear();
      soft.clear();
      length = 0;
    }

    /** Where the last {@code lines} lines begin, but not more than {@code most} characters ago. */
    int tail(int lines, int most) {
      int at = length;
      int least = Math.max(0, length - most);
      for (int n = 0; n <= lines && at > least; n++) {
        int before = lineFeedBefore(at);
        if (before < least) {
          return n == 0 ? least : at;
        }
        at = before;
      }
      return Math.min(length, at + 1);
    }

    private int lineFeedBefore(int index) {
      int i = index - 1;
      while (i >= 0 && characters[i] != '\n') {
        i--;
      }
      return i;
    }

    private void ensure(int room) {
      if (room > characters.length) {
        int more = Math.max(characters.length * 2, room);
        characters = Arrays.copyOf(characters, more);
      }
    }
  }
}
