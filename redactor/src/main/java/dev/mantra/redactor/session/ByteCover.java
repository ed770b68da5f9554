package dev.mantra.redactor.session;

import dev.mantra.formats.event.Bytes;
import dev.mantra.terminal.CharWidth;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts the covers onto bytes: each character gives way to one of a cell's width. */
final class ByteCover {
  private static final byte[] WIDE_COVER = "\uff0a".getBytes(StandardCharsets.UTF_8);

  private static final byte[] NARROW_COVER = {'*'};

  private final List<Secret> secrets;

  ByteCover(List<Secret> secrets) {
    this.secrets = secrets;
  }

  /**
   * @param offset where the bytes begin in their stream
   */
  Bytes cover(Bytes bytes, long offset, Covers covers) {
    var within = covers.within(offset, offset + bytes.length());
    if (within.isEmpty()) {
      return bytes;
    }
    var array = bytes.toArray();
    var out = new ByteArrayOutputStream(array.length);
    int done = 0;
    for (var stretch : within) {
      int from = (int) Math.max(0, stretch.from() - offset);
      int to = (int) Math.min(array.length, stretch.to() - offset);
      if (from < done) {
        continue;
      }
      out.write(array, done, from - done);
      if (stretch.isRest()) {
        done = coverRest(array, from, to, stretch.of(), out);
        continue;
      }
      done = to;
      var text = secrets.get(stretch.secret() - 1).cover(stretch.of());
      for (int i = from; i < to; i++) {
        done = cover(array, i, text.charAt(index(stretch, offset + i, text.length())), out);
      }
    }
    out.write(array, done, array.length - done);
    return Bytes.wrap(out.toByteArray());
  }

  private static int index(Covers.Stretch stretch, long place, int length) {
    return Math.min(length - 1, stretch.index() + (int) (place - stretch.from()));
  }

  /** Covers what an event has of a character that an earlier one began. */
  private static int coverRest(
      byte[] array, int from, int to, int cells, ByteArrayOutputStream out) {
    int end = from;
    while (end < to && isContinuation(array[end])) {
      end++;
    }
    if (end > from && cells > 0) {
      out.writeBytes(cells > 1 ? WIDE_COVER : NARROW_COVER);
    }
    return end;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }

  /** Covers one character; what is none, as a control, stays. Returns the index behind it. */
  private static int cover(byte[] array, int at, char by, ByteArrayOutputStream out) {
    byte first = array[at];
    if (first >= 0 && (first < 0x20 || first == 0x7F)) {
      out.write(first);
      return at + 1;
    }
    int end = at + 1;
    while (first < 0 && end < array.length && isContinuation(array[end])) {
      end++;
    }
    if (end == array.length && end - at < length(first)) {
      return end; // where it ends, it is covered
    }
    int width = first < 0 ? width(array, at, end) : 1;
    if (width > 1) {
      out.writeBytes(WIDE_COVER); // else it could stand where a wide one cannot
    } else if (width > 0) {
      out.write(by);
    } // else it has no cell of its own
    return end;
  }

  /** How many bytes the character has that begins with a byte; 0 of ASCII. */
  private static int length(byte first) {
    return Integer.numberOfLeadingZeros(~(first << 24));
  }

  private static int width(byte[] array, int from, int to) {
    return CharWidth.of(new String(array, from, to - from, StandardCharsets.UTF_8).codePointAt(0));
  }
}
