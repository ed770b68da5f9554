package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a journal's file, read through a window.
 *
 * <p>Chronicle's own reader maps the file and trusts it: a damaged or shortened one can abort the
 * JVM or stall for seconds. So journals are read with plain reads, and nothing in them is believed.
 */
final class JournalFile implements AutoCloseable {

  /** What is read at a time. */
  private static final int WINDOW = 128 * 1024;

  /** What is read at first, when perhaps only the session's header and end are wanted. */
  private static final int SMALL_WINDOW = 12 * 1024;

  /** As many as header and end take; a list of sessions reads nothing else. */
  private static final int SMALL_READS = 8;

  /** A frame is looked at before the document's header that stands in front of it. */
  private static final int IN_FRONT = Integer.BYTES;

  private final Path path;
  private final FileChannel channel;
  private final FrameHeader header = new FrameHeader();
  private ByteBuffer window = buffer(SMALL_WINDOW).limit(0);
  private long windowStart;
  private int reads;
  private long bytesRead;

  private JournalFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static JournalFile open(Path folder) throws IOException {
    var path = locate(folder);
    return new JournalFile(path, FileChannel.open(path, StandardOpenOption.READ));
  }

  /** How the queue file in a journal's folder looks: one call for the usual one. */
  static FileStamp stamp(Path folder) throws IOException {
    try {
      return FileStamp.of(folder.resolve(QueueFile.NAME));
    } catch (NoSuchFileException e) {
      return FileStamp.of(locate(folder));
    }
  }

  /** The one queue file in a journal's folder. */
  static Path locate(Path folder) throws IOException {
    var usual = folder.resolve(QueueFile.NAME);
    if (Files.exists(usual)) {
      return usual;
    }
    try (var files = Files.newDirectoryStream(folder, "*.cq4")) {
      Path first = null;
      for (var file : files) {
        first = first == null || file.compareTo(first) < 0 ? file : first;
      }
      if (first == null) {
        throw new NoSuchFileException(
            folder.resolve("*.cq4").toString(), null, "the journal has no file");
      }
      return first;
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

  /** How much was read of it, whatever for. */
  long bytesRead() {
    return bytesRead;
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
      if (window.capacity() < length || (++reads > SMALL_READS && window.capacity() < WINDOW)) {
        window = buffer(WINDOW);
      }
      window.clear();
      windowStart =
          length + IN_FRONT <= window.capacity() ? Math.max(0, position - IN_FRONT) : position;
      while (window.hasRemaining()) {
        if (channel.read(window, windowStart + window.position()) < 0) {
          break;
        }
      }
      window.flip();
      bytesRead += window.limit();
    }
    return position + length > windowStart + window.limit() ? -1 : (int) (position - windowStart);
  }

  /** The window's bytes; good until the next call of {@link #require}. */
  ByteBuffer window() {
    return window;
  }

  /** The sound frame at {@code position}, or null when there is none. */
  @Nullable Frame frameAt(long position) throws IOException {
    int in = require(position, JournalFormat.HEADER_LENGTH);
    if (in < 0) {
      return null;
    }
    header.load(window, in);
    if (!header.isFrame()) {
      return null;
    }
    int length = header.length();
    int whole = require(position, JournalFormat.HEADER_LENGTH + length);
    if (whole < 0) {
      return null;
    }
    var payload = Bytes.copyOf(window.slice(whole + JournalFormat.HEADER_LENGTH, length));
    return header.isSound(payload) ? Frame.of(position, header, payload) : null;
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

  /** Whether only zeros stand from {@code from} to the file's end. */
  boolean isZeroFrom(long from) throws IOException {
    for (long at = from; require(at, 1) >= 0; at = windowStart + window.limit()) {
      for (int in = (int) (at - windowStart); in < window.limit(); in++) {
        if (window.get(in) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
