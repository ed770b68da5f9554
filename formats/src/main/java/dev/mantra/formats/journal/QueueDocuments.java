package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;

/** Documents that a Chronicle queue adds: each is there for readers, and after a kill, at once. */
final class QueueDocuments implements Documents {

  private final ChronicleQueue queue;
  private final ExcerptAppender appender;
  private final FileChannel channel;
  private final ReservedSpace space;
  private long end = QueueFile.TABLES;

  private QueueDocuments(
      ChronicleQueue queue, ExcerptAppender appender, FileChannel channel, ReservedSpace space) {
    this.queue = queue;
    this.appender = appender;
    this.channel = channel;
    this.space = space;
  }

  static QueueDocuments create(Path folder) throws IOException {
    var queue = QueueFile.open(folder);
    try {
      var appender = queue.createAppender();
      var channel = QueueFile.create(folder);
      try {
        var space = new ReservedSpace(channel, folder);
        space.reserve(QueueFile.TABLES, 0);
        return new QueueDocuments(queue, appender, channel, space);
      } catch (IOException | RuntimeException | Error e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException | Error e) {
      queue.close();
      throw e;
    }
  }

  @Override
  public FileChannel channel() {
    return channel;
  }

  @Override
  public void reserve(long length) throws IOException {
    space.reserve(end, length);
  }

  @Override
  public long add(byte[] header, Bytes payload) throws IOException {
    var document = appender.writingDocument();
    long written = 0;
    try {
      var out = Objects.requireNonNull(document.wire()).bytes();
      out.write(header);
      written = writeThrough(payload, out.writePosition());
      out.writePosition(written);
    } finally {
      // Closing alone would keep half a document when something was thrown.
      if (written == 0) {
        document.rollbackOnClose();
      }
      document.close();
    }
    end = Math.max(end, written);
    return written;
  }

  /**
   * Puts a payload at its place in the file with ordinary writes. Through mapped memory Chronicle
   * copies arrays a word at a time and each page is a fault of its own: together half of the time
   * that writing a flood of output took. Nobody reads it before the document is closed.
   *
   * @return where it ends
   */
  private long writeThrough(Bytes payload, long at) throws IOException {
    var rest = payload.asBuffer();
    long place = at;
    while (rest.hasRemaining()) {
      place += channel.write(rest, place);
    }
    return place;
  }

  @Override
  public void flush() {
    // What is in mapped memory is the system's.
  }

  @Override
  public void close() {
    appender.close();
    queue.close();
  }
}
