package dev.mantra.indexer.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The right to change the index. The system takes it back from a process that dies. */
final class IndexLock implements Closeable {

  private static final long PATIENCE_MILLIS = 50;

  private final FileChannel channel;

  private IndexLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until nobody else has it.
   *
   * @param waiting is called now and then meanwhile
   */
  static IndexLock take(Path file, Runnable waiting) throws IOException {
    var channel = open(file);
    try {
      while (tryLock(channel) == null) {
        waiting.run();
        Thread.sleep(PATIENCE_MILLIS);
      }
      return new IndexLock(channel);
    } catch (InterruptedException e) {
      channel.close();
      Thread.currentThread().interrupt();
      throw new IOException("waiting for the index was interrupted", e);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Takes it when nobody has it. */
  static Optional<IndexLock> takeIfFree(Path file) throws IOException {
    var channel = open(file);
    try {
      if (tryLock(channel) != null) {
        return Optional.of(new IndexLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process has it
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
