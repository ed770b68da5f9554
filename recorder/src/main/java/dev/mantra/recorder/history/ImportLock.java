package dev.mantra.recorder.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Keeps two imports from working at the same time: both would make the same sessions. */
final class ImportLock implements AutoCloseable {

  private static final String NAME = "imports.lock";

  private final FileLock lock;

  private ImportLock(FileLock lock) {
    this.lock = lock;
  }

  /**
   * @throws IOException when somebody else has it
   */
  static ImportLock take(Path state) throws IOException {
    Files.createDirectories(
        state, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    var channel =
        FileChannel.open(
            state.resolve(NAME),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      var lock = channel.tryLock();
      if (lock == null) {
        throw new IOException("another import is at work; wait until it is done");
      }
      return new ImportLock(lock);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    lock.acquiredBy().close();
  }
}
