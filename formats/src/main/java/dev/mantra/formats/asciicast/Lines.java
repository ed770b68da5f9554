package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a file, one at a time and as bytes, so that one bad line costs only itself. */
final class Lines implements Closeable {

  /** A longer line is skipped: it is no event, and it must not fill the memory. */
  static final int LONGEST = 64 << 20;

  private final InputStream in;
  private final int longest;
  private byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private int from;
  private int to;
  private long number;
  private boolean tooLong;
  private boolean terminated;

  Lines(InputStream in) {
    this(in, LONGEST);
  }

  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Goes to the next line; false at the end of the file. */
  boolean next() throws IOException {
    from = position;
    tooLong = false;
    int searched = from;
    while (true) {
      for (int i = searched; i < limit; i++) {
        if (buffer[i] == '\n') {
          return found(i, i + 1, true);
        }
      }
      if (limit - from > longest) {
        tooLong = true;
        limit = from;
      }
      searched = limit - from;
      compact();
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        return (limit > from || tooLong) && found(limit, limit, false);
      }
      limit += read;
    }
  }

  private void compact() {
    System.arraycopy(buffer, from, buffer, 0, limit - from);
    limit -= from;
    from = 0;
    position = 0;
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  private boolean found(int end, int following, boolean newline) {
    to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
    if (tooLong) {
      to = from;
    }
    position = following;
    terminated = newline;
    number++;
    return true;
  }

  /** The file's bytes around this line; valid until the next one is asked for. */
  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  int length() {
    return to - from;
  }

  Bytes bytes() {
    return Bytes.copyOf(buffer, from, to - from);
  }

  /** The line read as UTF-8. */
  String text() {
    return bytes().toUtf8();
  }

  /** Counted from 1. */
  long number() {
    return number;
  }

  /** The line was longer than any event can be; it seems empty. */
  boolean isTooLong() {
    return tooLong;
  }

  /** False for a last line that does not end: the writer of the file was interrupted. */
  boolean isTerminated() {
    return terminated;
  }

  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return !tooLong;
  }

  boolean startsWith(char c) {
    return to > from && buffer[from] == c;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
