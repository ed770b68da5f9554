package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import net.openhft.chronicle.core.OS;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.SparseRollCycles;

/**
 * How the journal's queue is set up: one file, whose name and order no clock can change.
 *
 * <p>Both of the queue's files are made by us: private from the first moment on, and with blocks on
 * the disk wherever Chronicle will touch them (see {@link ReservedSpace}).
 */
final class QueueFile {

  /** What the cycle below calls the file of its first hour. */
  static final String NAME = "19700101-00LX.cq4";

  private static final String METADATA = "metadata.cq4t";

  /** The first document of ours begins before this place, behind Chronicle's index tables. */
  static final int TABLES = 36 * 1024;

  /** A message may take a quarter of it. Larger ones only cost address space. */
  private static final int BLOCK_SIZE = 1 << 20;

  /**
   * A queue rolls files by the clock; ours stands still, so that one session is one file. Of all
   * cycles this one has the smallest tables and room for most messages.
   */
  private static final RollCycle ONE_FILE = SparseRollCycles.LARGE_HOURLY_XSPARSE;

  private QueueFile() {}

  /** Opens the queue, which has no file yet. */
  static ChronicleQueue open(Path folder) throws IOException {
    try (var metadata = createMetadata(folder)) {
      var zeros = ByteBuffer.allocate(OS.pageSize());
      while (zeros.hasRemaining()) {
        metadata.write(zeros);
      }
    }
    return SingleChronicleQueueBuilder.single(folder.toString())
        .rollCycle(ONE_FILE)
        .timeProvider(() -> 0L)
        .blockSize(BLOCK_SIZE)
        .build();
  }

  /**
   * Makes the queue's file. Chronicle must have an appender by then, and nothing appended: a file
   * that it finds empty when it looks for the end of the queue makes it wait for ten seconds.
   */
  static FileChannel create(Path folder) throws IOException {
    return createPrivate(folder.resolve(NAME));
  }

  /** Makes the file in which a queue keeps what it says of itself. */
  static FileChannel createMetadata(Path folder) throws IOException {
    return createPrivate(folder.resolve(METADATA));
  }

  /** Cuts the queue's file, or adds zeros to it. */
  static void setSize(FileChannel file, long size) throws IOException {
    if (file.size() < size) {
      file.write(ByteBuffer.allocate(1), size - 1);
    } else {
      file.truncate(size);
    }
  }

  private static FileChannel createPrivate(Path file) throws IOException {
    var channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
            Permissions.privateFile());
    Permissions.makeFilePrivate(file);
    return channel;
  }
}
