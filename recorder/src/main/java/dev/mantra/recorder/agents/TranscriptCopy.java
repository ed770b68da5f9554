package dev.mantra.recorder.agents;

import dev.mantra.formats.event.Entry.Original;
import dev.mantra.formats.transcript.TranscriptRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The session's own copy of what a transcript says in it, a record a line: agents delete theirs.
 *
 * <p>The bytes are the agent's, but for one thing: a record of several lines becomes one, with
 * blanks in the place of line breaks, which mean the same in JSON.
 */
final class TranscriptCopy implements Closeable {

  private static final int BUFFER = 64 * 1024;

  private final String name;
  private final FileChannel copy;
  private long end;

  /**
   * @param name of the file in the session's folder
   */
  TranscriptCopy(String name, FileChannel copy) throws IOException {
    this.name = name;
    this.copy = copy;
    this.end = copy.size();
  }

  /** Adds a record that stands in a file. */
  Original add(TranscriptRecord record, Path file) throws IOException {
    long start = end;
    try {
      if (record.omitted() == 0) {
        write(line(record.json().toArray()));
      } else {
        transfer(file, record);
      }
      long length = end - start;
      write(new byte[] {'\n'});
      return new Original(name, start, length);
    } catch (IOException e) {
      // Half a record would spoil the next one, too.
      copy.truncate(start);
      end = start;
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    copy.close();
  }

  private static byte[] line(byte[] record) {
    for (int i = 0; i < record.length; i++) {
      if (record[i] == '\n' || record[i] == '\r') {
        record[i] = ' ';
      }
    }
    return record;
  }

  /** A long record was shortened to be read: its own bytes are in the file. */
  private void transfer(Path file, TranscriptRecord record) throws IOException {
    try (var source = FileChannel.open(file, StandardOpenOption.READ)) {
      var buffer = ByteBuffer.allocate(BUFFER);
      long from = record.offset();
      long to = from + record.length();
      while (from < to) {
        buffer.clear().limit((int) Math.min(to - from, BUFFER));
        int count = source.read(buffer, from);
        if (count < 0) {
          throw new IOException(file + " became shorter while it was copied");
        }
        write(line(Arrays.copyOf(buffer.array(), count)));
        from += count;
      }
    }
  }

  private void write(byte[] bytes) throws IOException {
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      end += copy.write(buffer);
    }
  }
}
