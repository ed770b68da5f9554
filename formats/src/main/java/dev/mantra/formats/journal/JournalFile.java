package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a journal's file, read through a window.
 *
 * <p>Chronicle's own reader maps the file and trusts it: a damaged or shortened one can abort the
 * JVM or stall for seconds. So journals are read with plain reads, and nothing in them is believed.
 */
final class JournalFile implements AutoCloseable {

  private static final int WINDOW = 256 * 1024;

  private final Path path;
  private final FileChannel channel;
  private final ByteBuffer window =
      ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private long windowStart;

  private JournalFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static JournalFile open(Path folder) throws IOException {
    var path = locate(folder);
    return new JournalFile(path, FileChannel.open(path, StandardOpenOption.READ));
  }

  /** The one queue file in a journal's folder. */
  static Path locate(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.cq4")) {
      var found = files.iterator();
      if (!found.hasNext()) {
        throw new NoSuchFileException(
            folder.resolve("*.cq4").toString(), null, "the journal has no file");
      }
      return found.next();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  Path path() {
    return path;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** Forgets what was read, so that what a writer has added since is seen. */
  void refresh() {
    window.limit(0);
  }

  /**
   * Brings {@code length} bytes at {@code position} into the window.
   *
   * @return where they stand in it, or -1 when the file ends before
   */
  int require(long position, int length) throws IOException {
    if (position < windowStart || position + length > windowStart + window.limit()) {
      window.clear();
      windowStart = position;
      while (window.hasRemaining()) {
        if (channel.read(window, windowStart + window.position()) < 0) {
          break;
        }
      }
      window.flip();
    }
    return position + length > windowStart + window.limit() ? -1 : (int) (position - windowStart);
  }

  /** The window's bytes; good until the next call of {@link #require}. */
  ByteBuffer window() {
    return window;
  }

  /**
   * The first place at or after {@code from} where the magic stands, in steps of four bytes, or -1.
   */
  long findMagic(long from) throws IOException {
    for (long at = from; ; ) {
      int in = require(at, Integer.BYTES);
      if (in < 0) {
        return -1;
      }
      int last = window.limit() - Integer.BYTES;
      for (; in <= last; in += Integer.BYTES, at += Integer.BYTES) {
        if (window.getInt(in) == JournalFormat.MAGIC) {
          return at;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
