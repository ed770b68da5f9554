package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Disk blocks claimed behind what is written next, so that a session can say how it ended when
 * nothing else finds room any more. They are claimed with ordinary writes of zeros.
 */
final class ReservedSpace {

  /** How much a session's last words may take. */
  private static final int LAST_WORDS = 8 * 1024;

  private static final int PAGE = 4096;

  /** File systems that keep a block where it is once it has been written. */
  private static final Set<String> STEADY = Set.of("ext2", "ext3", "ext4", "xfs", "tmpfs");

  /** What must be free elsewhere, where a written block is no promise for the next write. */
  private static final long MARGIN = 16 << 20;

  private final ByteBuffer zeros = ByteBuffer.allocateDirect(LAST_WORDS + PAGE);
  private final FileChannel file;
  private final FileStore disk;
  private final long margin;
  private long claimedFrom;
  private long claimedTo;

  ReservedSpace(FileChannel file, Path folder) throws IOException {
    this.file = file;
    this.disk = Files.getFileStore(folder);
    this.margin = STEADY.contains(disk.type()) ? 0 : MARGIN;
  }

  /**
   * Makes sure that last words find room at {@code end}.
   *
   * @throws IOException when the disk has no room; nothing has been harmed then
   */
  void reserve(long end) throws IOException {
    if (end >= claimedFrom && end + LAST_WORDS <= claimedTo) {
      return;
    }
    checkMargin();
    boolean goesOn = end >= claimedFrom && end <= claimedTo;
    long from = goesOn ? claimedTo : end;
    long to = (end + LAST_WORDS + PAGE - 1) / PAGE * PAGE;
    claim(from, to);
    claimedFrom = goesOn ? claimedFrom : end;
    claimedTo = to;
  }

  private void claim(long from, long to) throws IOException {
    QueueFile.write(file, zeros.clear().limit((int) (to - from)), from);
  }

  private void checkMargin() throws IOException {
    if (margin > 0 && disk.getUsableSpace() < margin) {
      throw new IOException("No space left on device");
    }
  }
}
