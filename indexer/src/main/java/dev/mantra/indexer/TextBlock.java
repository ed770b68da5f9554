package dev.mantra.indexer;

/**
 * Lines of a session with their text in one piece: UTF-8, with a line feed after each line.
 *
 * @param <L> what is known of a line
 */
public interface TextBlock<L> {

  /** What holds the text, from {@link #from} to {@link #to}; not to be changed. */
  byte[] bytes();

  int from();

  int to();

  /** What is known of the lines, to be asked in their order. */
  Places<L> places();

  /** Tells lines by where their text is. */
  @FunctionalInterface
  interface Places<L> {

    /** The line that a byte belongs to; bytes are asked for in ascending order. */
    L at(int offset);
  }
}
