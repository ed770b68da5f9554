package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Disk blocks claimed ahead of the place where the journal is written.
 *
 * <p>Chronicle writes through mapped memory. Touching a mapped page for which the disk has no block
 * ends in a signal that can abort the whole JVM, and with it the user's program. So blocks are
 * claimed beforehand with ordinary writes of zeros, which fail with an ordinary exception.
 */
final class ReservedSpace {

  /** What opening a queue touches before the first block can be claimed. */
  private static final long LEAST_TO_OPEN = 1 << 20;

  /** Claimed at a time. */
  private static final int STEP = 256 * 1024;

  /** Chronicle's own index tables, and the frames that say that space ran out. */
  private static final int SLACK = 128 * 1024;

  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(STEP).asReadOnlyBuffer();

  private final FileChannel file;
  private long reservedTo;

  ReservedSpace(FileChannel file) {
    this.file = file;
  }

  /** Refuses to open a journal on a disk that is all but full. */
  static void checkBeforeOpening(Path folder) throws IOException {
    long usable = Files.getFileStore(folder).getUsableSpace();
    if (usable < LEAST_TO_OPEN) {
      throw new IOException("no space left: " + usable / 1024 + " KiB free at " + folder);
    }
  }

  /**
   * Makes sure that {@code length} bytes can be written at {@code end}.
   *
   * @throws IOException when the disk has no room; nothing has been harmed then
   */
  void reserve(long end, int length) throws IOException {
    while (end + length + SLACK > reservedTo) {
      long from = Math.max(end, reservedTo);
      var zeros = ZEROS.duplicate();
      long at = from;
      while (zeros.hasRemaining()) {
        at += file.write(zeros, at);
        reservedTo = at;
      }
    }
  }
}
