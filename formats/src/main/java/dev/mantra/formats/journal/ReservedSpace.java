package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Disk blocks claimed ahead of the place where the journal is written.
 *
 * <p>Chronicle writes through mapped memory. Touching a mapped page for which the disk has no block
 * ends in a signal that can abort the whole JVM, and with it the user's program. So blocks are
 * claimed beforehand with ordinary writes of zeros, which fail with an ordinary exception.
 */
final class ReservedSpace {

  /** Claimed at a time. */
  private static final int STEP = 256 * 1024;

  /** Chronicle's own index tables, and the frames that say that space ran out. */
  private static final int SLACK = 128 * 1024;

  /** How much of the slack the last frames of a session may take. */
  static final int LAST_WORDS = 32 * 1024;

  /** File systems that keep a block where it is once it has been written. */
  private static final Set<String> STEADY = Set.of("ext2", "ext3", "ext4", "xfs", "tmpfs");

  /** What must be free elsewhere, where a written block is no promise for the next write. */
  private static final long MARGIN = 16 << 20;

  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(STEP).asReadOnlyBuffer();

  private final FileChannel file;
  private final FileStore disk;
  private final long margin;
  private long reservedTo;

  ReservedSpace(FileChannel file, Path folder) throws IOException {
    this.file = file;
    this.disk = Files.getFileStore(folder);
    this.margin = STEADY.contains(disk.type()) ? 0 : MARGIN;
  }

  /**
   * Makes sure that {@code length} bytes can be written at {@code end}.
   *
   * @throws IOException when the disk has no room; nothing has been harmed then
   */
  void reserve(long end, long length) throws IOException {
    long needed = end + length + SLACK;
    while (reservedTo < needed) {
      checkMargin();
      claim(needed);
    }
  }

  private void claim(long needed) throws IOException {
    var zeros = ZEROS.duplicate();
    try {
      while (zeros.hasRemaining()) {
        reservedTo += file.write(zeros, reservedTo);
      }
    } catch (IOException e) {
      // The last bit of a disk may be less than a step, and still enough.
      if (reservedTo < needed) {
        throw e;
      }
    }
  }

  private void checkMargin() throws IOException {
    if (margin > 0 && disk.getUsableSpace() < margin) {
      throw new IOException("No space left on device");
    }
  }
}
