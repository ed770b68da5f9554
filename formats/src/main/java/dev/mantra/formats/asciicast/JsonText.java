package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A line of JSON that is being written, as UTF-8. Control characters are always escaped. */
final class JsonText {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** What is written after a backslash for each of the first 128 characters; 0: nothing special. */
  private static final byte[] ESCAPES = escapes();

  private byte[] buffer = new byte[8192];
  private int length;

  private static byte[] escapes() {
    var table = new byte[128];
    Arrays.fill(table, 0, 0x20, (byte) 'u');
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    table['"'] = '"';
    table['\\'] = '\\';
    return table;
  }

  JsonText ascii(String text) {
    ensure(text.length());
    for (int i = 0; i < text.length(); i++) {
      buffer[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  /** A quoted string; half of a surrogate pair becomes U+FFFD. */
  JsonText string(String text) {
    ascii("\"");
    new Utf8Text().append(Utf8Text.encode(text.toCharArray(), 0, text.length()), this);
    return ascii("\"");
  }

  /** Bytes that are JSON already, or UTF-8 without anything to escape. */
  void plain(byte[] bytes, int from, int count) {
    ensure(count);
    System.arraycopy(bytes, from, buffer, length, count);
    length += count;
  }

  /** A character below 128, inside a string. */
  void character(byte c) {
    ensure(6);
    byte escape = ESCAPES[c];
    if (escape == 0) {
      buffer[length++] = c;
      return;
    }
    buffer[length++] = '\\';
    buffer[length++] = escape;
    if (escape == 'u') {
      buffer[length++] = '0';
      buffer[length++] = '0';
      buffer[length++] = HEX[c >> 4];
      buffer[length++] = HEX[c & 15];
    }
  }

  static boolean isPlain(byte c) {
    return c >= 0 && ESCAPES[c] == 0;
  }

  /** Writes what was collected and starts anew. */
  void drainTo(OutputStream out) throws IOException {
    out.write(buffer, 0, length);
    length = 0;
    if (buffer.length > 1 << 20) {
      buffer = new byte[8192];
    }
  }

  Bytes toBytes() {
    return Bytes.copyOf(buffer, 0, length);
  }

  private void ensure(int more) {
    if (more > buffer.length - length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
  }
}
