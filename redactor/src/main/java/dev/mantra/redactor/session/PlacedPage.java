package dev.mantra.redactor.session;

import dev.mantra.redactor.Page;
import java.util.Arrays;
import java.util.BitSet;

/** A page whose characters are known by where they stand in a stream of bytes. */
final class PlacedPage {
  private final Page page;
  private final long[] places;

  /**
   * @param places of each character the offset of its first byte, -1 where it has none
   */
  private PlacedPage(Page page, long[] places) {
    this.page = page;
    this.places = places;
  }

  Page page() {
    return page;
  }

  String text() {
    return page.text();
  }

  /** The offset of the first byte of a character, -1 where it has none. */
  long place(int index) {
    return places[index];
  }

  /** Takes pages. */
  @FunctionalInterface
  interface Sink {
    void take(PlacedPage page);
  }

  /** Collects lines. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private long[] places = new long[1024];
    private final BitSet soft = new BitSet();

    int length() {
      return text.length();
    }

    boolean isEmpty() {
      return text.isEmpty();
    }

    void append(char c, long place) {
      if (text.length() == places.length) {
        places = Arrays.copyOf(places, places.length * 2);
      }
      places[text.length()] = place;
      text.append(c);
    }

    void append(char[] characters, long[] at, int length) {
      if (text.length() + length > places.length) {
        places = Arrays.copyOf(places, Math.max(places.length * 2, text.length() + length));
      }
      System.arraycopy(at, 0, places, text.length(), length);
      text.append(characters, 0, length);
    }

    /** Ends a line. */
    void endLine() {
      append('\n', -1);
    }

    /** Ends a line that may go on in the next one. */
    void endSoftLine() {
      soft.set(text.length());
      append('\n', -1);
    }

    PlacedPage build(int columns) {
      return new PlacedPage(
          new Page(text.toString(), (BitSet) soft.clone(), columns),
          Arrays.copyOf(places, text.length()));
    }

    /** Forgets all but what stands from an index on. */
    void keepFrom(int index) {
      int left = text.length() - index;
      System.arraycopy(places, index, places, 0, left);
      text.delete(0, index);
      var kept = soft.get(index, index + left);
      soft.clear();
      soft.or(kept);
    }

    void clear() {
      keepFrom(text.length());
    }

    int lastIndexOf(String what) {
      return text.lastIndexOf(what);
    }

    int indexOf(String what, int from) {
      return text.indexOf(what, from);
    }

    /** Where the last {@code lines} lines begin, but not more than {@code most} characters ago. */
    int tail(int lines, int most) {
      int at = text.length();
      int least = Math.max(0, text.length() - most);
      for (int n = 0; n <= lines && at > least; n++) {
        int before = text.lastIndexOf("\n", at - 1);
        if (before < least) {
          return n == 0 ? least : at;
        }
        at = before;
      }
      return Math.min(text.length(), at + 1);
    }
  }
}
