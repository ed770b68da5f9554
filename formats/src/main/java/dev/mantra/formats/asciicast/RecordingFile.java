package dev.mantra.formats.asciicast;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file that may be gzipped: its content decides, not its name. */
record RecordingFile(Path path) {

  private static final int BUFFER = 1 << 16;

  /** The content from its beginning, unpacked. */
  InputStream open() throws IOException {
    var file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      file.mark(2);
      boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
      file.reset();
      return gzip ? new GZIPInputStream(file, BUFFER) : file;
    } catch (EOFException | ZipException e) {
      file.close();
      throw MalformedRecordingException.atByte(
          path, 0, "starts like a gzip file but is none: " + e.getMessage());
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** The first {@code most} bytes, fewer where there are no more. */
  byte[] head(int most) throws IOException {
    try (var in = open()) {
      var head = new byte[most];
      int length = 0;
      try {
        length = in.readNBytes(head, 0, most);
      } catch (EOFException | ZipException e) {
        // the damage may lie behind what is asked for here: take byte for byte what there is
        length = salvage(head);
      }
      return Arrays.copyOf(head, length);
    }
  }

  private int salvage(byte[] head) throws IOException {
    int length = 0;
    try (var in = open()) {
      while (length < head.length) {
        int read = in.read(head, length, 1);
        if (read < 0) {
          return length;
        }
        length += read;
      }
      return length;
    } catch (EOFException | ZipException e) {
      return length;
    }
  }
}
