package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Documents of a session that is being recorded: for readers, and after a kill, they are there with
 * {@link #commit}.
 *
 * <p>The first four bytes of what is added are written last. Before that they are zero, which is
 * where a reader stops: what a kill or a full disk has cut short is nothing.
 */
final class LiveDocuments implements Documents {

  /** What is taken back is written over in pieces of so many bytes. */
  private static final int ZEROS = 16 * 1024;

  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(
              HEADER_LENGTH + JournalFormat.HEADER_LENGTH + JournalFormat.MAX_PAYLOAD)
          .order(ByteOrder.LITTLE_ENDIAN);
  private final FileChannel channel;
  private final ReservedSpace space;

  /** Where the last document ends that is there. */
  private long committed = QueueTables.LENGTH;

  /** Where the last one ends that was added. */
  private long end = QueueTables.LENGTH;

  /** What the first one's four bytes will be. */
  private int unseen;

  LiveDocuments(FileChannel channel, Path folder) throws IOException {
    this.channel = channel;
    this.space = new ReservedSpace(channel, folder);
  }

  @Override
  public long add(byte[] header, Bytes payload) throws IOException {
    long at = Documents.next(end);
    int length = header.length + payload.length();
    buffer.clear();
    if (end == committed) {
      unseen = length;
      at += HEADER_LENGTH;
    } else {
      buffer.putInt(length);
    }
    buffer.put(header).put(payload.asBuffer()).flip();
    end = at + buffer.limit();
    QueueFile.write(channel, buffer, at);
    return end;
  }

  @Override
  public void reserve() throws IOException {
    space.reserve(end);
  }

  @Override
  public void commit() throws IOException {
    if (end != committed) {
      QueueFile.write(channel, buffer.clear().putInt(unseen).flip(), Documents.next(committed));
      committed = end;
    }
  }

  @Override
  public void rollback() throws IOException {
    // What stood there would be taken for a document's first bytes once a shorter one is written.
    long last = Math.min(end, channel.size());
    for (long at = committed; at < last; at += ZEROS) {
      QueueFile.write(channel, ByteBuffer.allocate((int) Math.min(ZEROS, last - at)), at);
    }
    end = committed;
  }

  @Override
  public void flush() {
    // The system has everything.
  }
}
