package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Paths as the bytes that they are for the system: a name need not be text in any encoding.
 *
 * <p>A {@link Path} holds these bytes, but its text does not always tell them. Its URI does.
 */
public final class PathBytes {

  private static final Path ROOT = Path.of("/");

  private PathBytes() {}

  /** The bytes of a path. */
  public static Bytes of(Path path) {
    var text = path.toString();
    if (isAscii(text)) {
      return Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    var bytes = unescape(ROOT.resolve(path).toUri().getRawPath());
    return path.isAbsolute() ? bytes : bytes.slice(1, bytes.length() - 1);
  }

  /**
   * The path of what stands below {@code folder} under a recorded name.
   *
   * @throws IllegalArgumentException when the name would lead anywhere else
   */
  public static Path below(Path folder, Bytes path) {
    if (!isBelow(path)) {
      throw new IllegalArgumentException("'" + path.toUtf8() + "' is no path below a folder");
    }
    var text = path.toUtf8();
    return folder.resolve(isAscii(text) ? Path.of(text) : ROOT.relativize(absolute(path)));
  }

  /** The path that these bytes are: absolute when they begin with a slash. */
  public static Path path(Bytes path) {
    var text = path.toUtf8();
    if (isAscii(text)) {
      return Path.of(text);
    }
    return path.at(0) == '/' ? absolute(path) : ROOT.relativize(absolute(path));
  }

  /** The path that these bytes are; they begin with a slash. */
  public static Path absolute(Bytes path) {
    var uri = new StringBuilder("file://");
    if (path.isEmpty() || path.at(0) != '/') {
      uri.append('/');
    }
    for (int i = 0; i < path.length(); i++) {
      byte b = path.at(i);
      if (b == '/') {
        uri.append('/');
      } else {
        uri.append('%').append(hex(b >> 4)).append(hex(b));
      }
    }
    return Path.of(URI.create(uri.toString()));
  }

  /**
   * Whether a path stays below where it starts: names between slashes, none of them a dot or two.
   */
  public static boolean isBelow(Bytes path) {
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.at(i) == '/') {
        if (!isName(path, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean isName(Bytes path, int from, int to) {
    boolean dots = to - from <= 2;
    for (int i = from; i < to; i++) {
      if (path.at(i) == 0) {
        return false;
      }
      dots &= path.at(i) == '.';
    }
    return !dots;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static char hex(int nibble) {
    return Character.forDigit(nibble & 0xf, 16);
  }

  /** A URI's path ends with a slash when there is a folder of that name. */
  private static Bytes unescape(String path) {
    int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
    var bytes = new byte[end];
    int length = 0;
    for (int i = 0; i < end; i++) {
      if (path.charAt(i) == '%') {
        bytes[length++] = (byte) Integer.parseInt(path, i + 1, i + 3, 16);
        i += 2;
      } else {
        bytes[length++] = (byte) path.charAt(i);
      }
    }
    return Bytes.copyOf(bytes, 0, length);
  }
}
