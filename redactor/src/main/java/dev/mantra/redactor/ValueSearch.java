package dev.mantra.redactor;

/** Finds values in a text. May be used by several threads. */
public interface ValueSearch {

  /** Takes what was found. */
  interface Sink {
    /**
     * @param secret the number of the value
     * @param start where it stands in the text
     * @param end where it ends
     * @param index which character of the value stands at {@code start}
     * @param length how long the whole value is
     */
    void found(int secret, int start, int end, int index, int length);
  }

  /** Whether a value may stand in a text, be it over the ends of lines. No is certain. */
  boolean mayStandIn(char[] text);

  /** Finds all values in a text, from left to right. */
  void find(String text, Sink sink);
}
