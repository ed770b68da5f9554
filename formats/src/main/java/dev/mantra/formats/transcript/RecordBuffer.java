package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.util.Arrays;

/**
 * The bytes of one record while they come in, with overlong strings shortened on the way, so that a
 * line of any length takes bounded memory.
 *
 * <p>What is kept stays JSON: neither an escape nor a character is cut in two. It knows of JSON
 * only where strings begin and end.
 */
final class RecordBuffer {

  private static final int SMALL = 1 << 16;

  private final TranscriptLimits limits;
  private byte[] bytes = {};
  private int length;
  private long taken;
  private long omitted;
  private boolean overlong;

  /** Strings are looked for only when one could be too long: most lines are copied as they are. */
  private boolean watching;

  private boolean inString;

  /** -1 after a backslash, then how many digits of the escape are still to come. */
  private int escape;

  /** How many bytes of the string were kept. */
  private int stringLength;

  private boolean cut;

  RecordBuffer(TranscriptLimits limits) {
    this.limits = limits;
  }

  /** Takes the next bytes of the record. */
  void add(byte[] source, int from, int to) {
    if (!watching && length + (to - from) <= limits.string()) {
      taken += to - from;
      keep(source, from, to);
      return;
    }
    watch();
    int i = from;
    while (i < to) {
      i = inString ? addString(source, i, to) : addOutside(source, i, to);
    }
  }

  /** Takes one byte. */
  void add(byte b) {
    watch();
    taken++;
    boolean cuttable = inString && escape == 0 && b != '"' && !isContinuation(b);
    if (cuttable && stringLength >= limits.string()) {
      cut = true;
    }
    advance(b);
    if (cut && inString) {
      omitted++;
    } else {
      keep(b);
    }
  }

  /** Counts a byte that says nothing and need not be kept. */
  void pass() {
    taken++;
  }

  /**
   * Takes bytes of the string that it is in, up to the string's end at most.
   *
   * @return the index of the first byte that was not taken
   */
  int addString(byte[] source, int from, int to) {
    int i = from;
    while (i < to && inString) {
      int run = i;
      if (escape == 0) {
        while (run < to && source[run] != '"' && source[run] != '\\') {
          run++;
        }
        addPlain(source, i, run);
      }
      i = run;
      if (i < to) {
        add(source[i++]);
      }
    }
    return i;
  }

  boolean inString() {
    return inString;
  }

  /** How many bytes of the file it holds or has left out. */
  long taken() {
    return taken;
  }

  long omitted() {
    return omitted;
  }

  /** It was too long even with shortened strings, and was given up. */
  boolean isOverlong() {
    return overlong;
  }

  int length() {
    return length;
  }

  /** Whether the last bytes that were kept are these. */
  boolean endsWith(byte[] end) {
    return length >= end.length
        && Arrays.equals(bytes, length - end.length, length, end, 0, end.length);
  }

  /** Forgets the last bytes that were kept. */
  void dropLast(int count) {
    length -= Math.min(count, length);
  }

  Bytes toBytes() {
    return Bytes.copyOf(bytes, 0, length);
  }

  /** Ready for the next record. */
  void clear() {
    length = 0;
    taken = 0;
    omitted = 0;
    overlong = false;
    watching = false;
    inString = false;
    escape = 0;
    cut = false;
    if (bytes.length > 4 * limits.string()) {
      bytes = new byte[SMALL];
    }
  }

  /** Finds out whether the bytes that were taken without looking end in a string. */
  private void watch() {
    if (!watching) {
      watching = true;
      for (int i = 0; i < length; i++) {
        advance(bytes[i]);
      }
    }
  }

  private void advance(byte b) {
    if (!inString) {
      inString = b == '"';
      stringLength = 0;
      cut = false;
      return;
    }
    if (escape < 0) {
      escape = b == 'u' ? 4 : 0;
    } else if (b == '"') {
      // also where digits of an escape are missing: a quotation mark cannot be one
      escape = 0;
      inString = false;
      return;
    } else {
      escape = b == '\\' ? -1 : Math.max(0, escape - 1);
    }
    if (!cut) {
      stringLength++;
    }
  }

  private int addOutside(byte[] source, int from, int to) {
    int i = from;
    while (i < to && source[i] != '"') {
      i++;
    }
    taken += i - from;
    keep(source, from, i);
    if (i < to) {
      add(source[i++]);
    }
    return i;
  }

  /** Takes bytes of a string that are neither its end nor of an escape. */
  private void addPlain(byte[] source, int from, int to) {
    taken += to - from;
    int end = from;
    if (!cut) {
      end = Math.min(to, from + Math.max(0, limits.string() - stringLength));
      while (end < to && isContinuation(source[end])) {
        end++;
      }
      keep(source, from, end);
      stringLength += end - from;
      cut = end < to;
    }
    omitted += to - end;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xc0) == 0x80;
  }

  private void keep(byte b) {
    if (makeRoom(1)) {
      bytes[length++] = b;
    }
  }

  private void keep(byte[] source, int from, int to) {
    if (makeRoom(to - from)) {
      System.arraycopy(source, from, bytes, length, to - from);
      length += to - from;
    }
  }

  private boolean makeRoom(int more) {
    if (overlong || length + more > limits.record()) {
      overlong = true;
      length = 0;
      return false;
    }
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.max(SMALL, 2 * bytes.length), length + more));
    }
    return true;
  }
}
