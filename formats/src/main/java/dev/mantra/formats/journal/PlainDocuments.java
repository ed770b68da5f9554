package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Documents written one behind the other with ordinary writes, as Chronicle would have left them.
 *
 * <p>Opening a queue, mapping its file and giving everything back takes Chronicle some
 * milliseconds; of a history of 50,000 conversations that was most of the time. What nobody reads
 * before it is complete needs none of it.
 */
final class PlainDocuments implements Documents {

  /** Most imported journals are smaller, and leave in one write. */
  private static final int BUFFER = 32 * 1024;

  private static final int DOCUMENT_HEADER = Integer.BYTES;

  private final FileChannel channel;
  private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  /** Where the file ends that the system has. */
  private long written;

  private PlainDocuments(FileChannel channel, long tables) {
    this.channel = channel;
    this.written = tables;
  }

  static PlainDocuments create(Path folder) throws IOException {
    var tables = QueueTables.read();
    tables.writeMetadata(folder);
    var channel = QueueFile.create(folder);
    try {
      return new PlainDocuments(channel, tables.writeTo(channel));
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public FileChannel channel() {
    return channel;
  }

  @Override
  public void reserve(long length) {
    // An ordinary write that finds no room says so, and the journal is thrown away.
  }

  @Override
  public long add(byte[] header, Bytes payload) throws IOException {
    int length = header.length + payload.length();
    pad();
    if (waiting.remaining() < DOCUMENT_HEADER + header.length) {
      flush();
    }
    waiting.putInt(length).put(header);
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
  public void flush() throws IOException {
    write(waiting.flip());
    waiting.clear();
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  /** Documents begin at multiples of four. */
  private void pad() throws IOException {
    int gap = (int) (-end() & 3);
    if (waiting.remaining() < gap) {
      flush();
    }
    for (int i = 0; i < gap; i++) {
      waiting.put((byte) 0);
    }
  }

  private long end() {
    return written + waiting.position();
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      written += channel.write(bytes, written);
    }
  }
}
