package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The documents of a journal's file, of which each holds one frame. */
interface Documents {

  /** Makes the file, in a folder that has none. */
  @FunctionalInterface
  interface Opening {
    Documents open(Path folder) throws IOException;
  }

  /** The file; it stays open when this is closed. */
  FileChannel channel();

  /**
   * Makes sure that so many bytes can be added.
   *
   * @throws IOException when the disk has no room; nothing has been harmed then
   */
  void reserve(long length) throws IOException;

  /**
   * Adds a frame.
   *
   * @return where it ends in the file
   */
  long add(byte[] header, Bytes payload) throws IOException;

  /** Hands everything that was added over to the system. */
  void flush() throws IOException;

  /** Adds no more, and hands everything over. */
  void close() throws IOException;
}
