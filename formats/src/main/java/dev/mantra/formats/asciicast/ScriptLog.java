package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A typescript: what went over the terminal, between a first line ("Script started on …") and a
 * last one ("Script done on …"). The timing file counts neither.
 */
final class ScriptLog implements Closeable {

  private static final int LONGEST_LINE = 1 << 16;

  private final Path path;
  private final InputStream in;
  private final String firstLine;
  private long offset;

  ScriptLog(RecordingFile file) throws IOException {
    this.path = file.path();
    this.in = file.open();
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      offset++;
      if (b == '\n') {
        break;
      }
      if (line.size() < LONGEST_LINE) {
        line.write(b);
      }
    }
    firstLine = line.toString(StandardCharsets.UTF_8);
  }

  Path path() {
    return path;
  }

  long offset() {
    return offset;
  }

  String firstLine() {
    return firstLine;
  }

  /** Up to {@code most} bytes; fewer only at the end of the file. */
  Bytes read(int most) throws IOException {
    var bytes = in.readNBytes(most);
    offset += bytes.length;
    return Bytes.wrap(bytes);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
