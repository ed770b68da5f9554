package dev.mantra.redactor;

import java.util.BitSet;

/**
 * Lines of text that were written together.
 *
 * @param text the lines, a line feed after each
 * @param soft the places of line feeds that nobody wrote: the text may just have reached the edge
 * @param columns how wide the terminal was; 0 where there was none
 * @param drawn whether it was read off a terminal: then there are no control sequences in it
 */
public record Page(String text, BitSet soft, int columns, boolean drawn) {

  /** A text that comes from no terminal. */
  public static Page of(String text) {
    return new Page(text, new BitSet(), 0, false);
  }
}
