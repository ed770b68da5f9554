package dev.mantra.indexer;

/** Lines of a session with their text in one piece: UTF-8, with a line feed after each line. */
public interface TextBlock {

  /** What holds the text, from {@link #from} to {@link #to}; not to be changed. */
  byte[] bytes();

  int from();

  int to();

  /** What is known of the lines, to be asked in their order. */
  Places places();

  /** Tells lines by where their text is. */
  @FunctionalInterface
  interface Places {

    /** The line that a byte belongs to; bytes are asked for in ascending order. */
    FoundLine at(int offset);
  }
}
