package dev.mantra.terminal;

/**
 * Follows the stream of a {@link TracedTerminal} in the order in which it was written: the text and
 * where the cursor went in between. Each call comes after the screen has changed, but {@link
 * #wiping}, which comes before.
 */
public interface StreamListener {

  /** Printed: whole characters in UTF-8 in {@code bytes[from, to)}, the first at an offset. */
  void printed(byte[] bytes, int from, int to, long offset);

  /** Printed: one character that the stream had in pieces, or a replacement for what is none. */
  void printed(int codePoint, long offset);

  /** A control that moves the cursor: BS, HT, LF, VT, FF or CR. */
  void controlled(int control);

  /** CUF and HPR: the cursor goes {@code columns} to the right. */
  void skipped(int columns);

  /** The cursor was put somewhere else, by any other sequence. */
  void moved();

  /** Cells of the cursor's row were erased or shifted; the cursor stays. */
  void edited();

  /** What is on the screen is about to go, or begins to be drawn anew. */
  void wiping();
}
