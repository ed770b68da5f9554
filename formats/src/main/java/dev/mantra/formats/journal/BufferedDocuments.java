package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Documents of a journal that nobody reads before it is complete: many leave in one write. What
 * cannot be written whole is thrown away with its folder.
 */
final class BufferedDocuments implements Documents {

  /** Most imported journals are smaller, and leave in one write. */
  private static final int BUFFER = 32 * 1024;

  private final FileChannel channel;
  private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  /** Where the file ends that the system has. */
  private long written = QueueTables.LENGTH;

  BufferedDocuments(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public long add(byte[] header, Bytes payload) throws IOException {
    int gap = (int) (Documents.next(end()) - end());
    if (waiting.remaining() < gap + HEADER_LENGTH + header.length) {
      flush();
    }
    waiting.put(new byte[gap]).putInt(header.length + payload.length()).put(header);
    if (waiting.remaining() < payload.length()) {
      flush();
    }
    if (waiting.remaining() < payload.length()) {
      write(payload.asBuffer());
    } else {
      waiting.put(payload.asBuffer());
    }
    return end();
  }

  @Override
  public void reserve() {
    // What cannot say how it ended is thrown away.
  }

  @Override
  public void commit() {
    // Nobody looks.
  }

  @Override
  public void rollback() throws IOException {
    throw new IOException("what was written of an unfinished journal stays");
  }

  @Override
  public void flush() throws IOException {
    write(waiting.flip());
    waiting.clear();
  }

  private long end() {
    return written + waiting.position();
  }

  private void write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    QueueFile.write(channel, bytes, written);
    written += length;
  }
}
