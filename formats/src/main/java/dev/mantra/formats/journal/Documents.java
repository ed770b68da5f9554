package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;

/**
 * Adds documents to a journal's file, of which each holds one frame.
 *
 * <p>As Chronicle would leave them: four bytes with the content's length, the content, and nothing
 * up to the next multiple of four.
 */
interface Documents {

  /** What stands in front of a document's content. */
  int HEADER_LENGTH = Integer.BYTES;

  /**
   * Adds a frame, which may not be seen before {@link #commit}.
   *
   * @return where it ends in the file
   */
  long add(byte[] header, Bytes payload) throws IOException;

  /**
   * Makes sure that last words find room behind what was added.
   *
   * @throws IOException when the disk has none
   */
  void reserve() throws IOException;

  /** What was added is there. */
  void commit() throws IOException;

  /**
   * What was added since the last commit never was.
   *
   * @throws IOException when that cannot be had, and nothing more can be added
   */
  void rollback() throws IOException;

  /** Hands everything over to the system. */
  void flush() throws IOException;

  /** Where a document can begin that comes behind {@code end}. */
  static long next(long end) {
    return (end + Integer.BYTES - 1) & -Integer.BYTES;
  }
}
