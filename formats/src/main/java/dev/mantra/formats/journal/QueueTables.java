package dev.mantra.formats.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What Chronicle puts into the files of a queue besides documents: the same for each of our queues,
 * so that a copy of it makes a queue.
 *
 * <p>The copy was taken when a queue had its first document. Chronicle looks for its last one from
 * there on, as it does after a crash.
 */
final class QueueTables {

  /** A page of the tables that holds nothing is left out: the file reads as zeros there. */
  private static final int PAGE = 4096;

  private final byte[] tables = resource("tables.bin");
  private final byte[] metadata = resource("metadata.bin");

  private QueueTables() {}

  private static final class Copy {
    static final QueueTables ONE = new QueueTables();
  }

  static QueueTables read() {
    return Copy.ONE;
  }

  /**
   * Writes the tables into a file that is empty.
   *
   * @return where the first document begins
   */
  long writeTo(FileChannel file) throws IOException {
    for (int from = 0; from < tables.length; from += PAGE) {
      int to = Math.min(from + PAGE, tables.length);
      while (to > from && tables[to - 1] == 0) {
        to--;
      }
      write(file, tables, from, to);
    }
    return tables.length;
  }

  /** Writes the file that stands beside the queue's. */
  void writeMetadata(Path folder) throws IOException {
    try (var file = QueueFile.createMetadata(folder)) {
      write(file, metadata, 0, metadata.length);
    }
  }

  private static void write(FileChannel file, byte[] bytes, int from, int to) throws IOException {
    var part = ByteBuffer.wrap(bytes, from, to - from);
    while (part.hasRemaining()) {
      file.write(part, part.position());
    }
  }

  private static byte[] resource(String name) {
    try (var in = QueueTables.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
