package dev.mantra.indexer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is kept of a text to tell without it that something does not stand there: which four bytes
 * stand one behind the other in one of its lines. Each four are a bit, which others may have as
 * well, so that it is only sure where a bit is missing. Capital letters of ASCII count as small
 * ones.
 */
final class Grams {

  /** So many bytes stand behind each other. */
  static final int LENGTH = 4;

  /** In bits. */
  private static final int MOST = 1 << 17;

  private static final int LEAST = 1 << 7;

  /** They are halved as long as less than that part of them, one in so many, is set. */
  private static final int SPARSE = 5;

  private final byte[] bits;
  private final int from;
  private final int count;

  private Grams(byte[] bits, int from, int count) {
    this.bits = bits;
    this.from = from;
    this.count = count;
  }

  /**
   * Those of a part of a text.
   *
   * @param text UTF-8, with a line feed between lines
   */
  static Grams of(byte[] text, int from, int to) {
    var bits = new byte[MOST / Byte.SIZE];
    int gram = 0;
    int length = 0;
    for (int i = from; i < to; i++) {
      byte b = text[i];
      length = b == '\n' ? 0 : length + 1;
      gram = gram << Byte.SIZE | small(b);
      if (length >= LENGTH) {
        set(bits, gram);
      }
    }
    var folded = folded(bits);
    return new Grams(folded, 0, folded.length * Byte.SIZE);
  }

  /** Appends them to others: how many bytes they are, as a power of two, and the bits. */
  void write(ByteArrayOutputStream out) {
    out.write(Integer.numberOfTrailingZeros(bits.length));
    out.writeBytes(bits);
  }

  /** Reads what {@link #write} wrote. */
  static Grams read(ByteBuffer in) {
    int length = 1 << in.get();
    var grams = new Grams(in.array(), in.arrayOffset() + in.position(), length * Byte.SIZE);
    in.position(in.position() + length);
    return grams;
  }

  /** Whether a text may stand in a line; one of less than four bytes always may. */
  boolean mayHave(byte[] part) {
    int gram = 0;
    for (int i = 0; i < part.length; i++) {
      gram = gram << Byte.SIZE | small(part[i]);
      if (i >= LENGTH - 1 && !isSet(gram)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSet(int gram) {
    int bit = mixed(gram) & (count - 1);
    return (bits[from + (bit >>> 3)] & (1 << (bit & 7))) != 0;
  }

  private static void set(byte[] bits, int gram) {
    int bit = mixed(gram) & (MOST - 1);
    bits[bit >>> 3] |= (byte) (1 << (bit & 7));
  }

  /** As few bits as are enough: a half is laid over the other, as long as both have room. */
  private static byte[] folded(byte[] bits) {
    var folded = bits;
    int count = 0;
    for (byte b : bits) {
      count += Integer.bitCount(b & 0xff);
    }
    while (folded.length > LEAST / Byte.SIZE && count * SPARSE < folded.length * Byte.SIZE) {
      int half = folded.length / 2;
      var next = Arrays.copyOf(folded, half);
      count = 0;
      for (int i = 0; i < half; i++) {
        next[i] |= folded[half + i];
        count += Integer.bitCount(next[i] & 0xff);
      }
      folded = next;
    }
    return folded;
  }

  private static int small(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b & 0xff;
  }

  /** Each bit of the result depends on all of the gram: only the lowest ones are used. */
  private static int mixed(int gram) {
    int mixed = gram * 0x9e3779b1;
    mixed = (mixed ^ mixed >>> 15) * 0x85ebca77;
    return mixed ^ mixed >>> 16;
  }
}
