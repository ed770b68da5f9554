package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The file of a journal: a Chronicle queue of one cycle, whose name and order no clock can change.
 */
final class QueueFile {

  /** What the cycle calls the file of its first hour, in 1970. */
  static final String NAME = "19700101-00LX.cq4";

  private static final String METADATA = "metadata.cq4t";

  private QueueFile() {}

  /**
   * Makes a queue without documents, private from the first moment on.
   *
   * @return the file, to which documents can be added from {@link QueueTables#LENGTH} on
   */
  static FileChannel create(Path folder) throws IOException {
    try (var metadata = createPrivate(folder.resolve(METADATA))) {
      QueueTables.writeMetadata(metadata);
    }
    var file = createPrivate(folder.resolve(NAME));
    try {
      QueueTables.writeTo(file);
      return file;
    } catch (IOException | RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  /** Cuts the file, or adds zeros to it. */
  static void setSize(FileChannel file, long size) throws IOException {
    if (file.size() < size) {
      file.write(ByteBuffer.allocate(1), size - 1);
    } else {
      file.truncate(size);
    }
  }

  /** Writes all of some bytes, wherever the file ends. */
  static void write(FileChannel file, ByteBuffer bytes, long at) throws IOException {
    long place = at;
    while (bytes.hasRemaining()) {
      place += file.write(bytes, place);
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
