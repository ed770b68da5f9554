package dev.mantra.terminal;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * What the Unicode character database says of each code point, packed in 16 bits:
 *
 * <pre>
 *  0-1  columns: 0, 1 or 2            (East_Asian_Width, General_Category, Emoji_Presentation)
 *  2-5  Grapheme_Cluster_Break
 *  6    Extended_Pictographic
 *  7-8  Indic_Conjunct_Break
 *  9    VS16 makes it wide            (Emoji without Emoji_Presentation)
 *  10   VS15 makes it narrow          (Emoji_Presentation in the BMP)
 *  11   plain: takes columns, is no surrogate, and joins no character that ends with a plain one
 * </pre>
 *
 * <p>The resource {@code code-points.bin} is a list of runs (length as a LEB128 number, properties
 * as two bytes), generated from ICU4J's copy of the database by {@code GenerateCodePoints} in the
 * test sources. {@code java.lang.Character} is not asked: its Unicode version is that of the JDK
 * that happens to run.
 */
final class CodePoints {
  /** The version of the character database that the resource was made from. */
  static final int UNICODE_VERSION = 17;

  static final int WIDTH = 3;
  static final int BREAK_SHIFT = 2;
  static final int BREAK = 15 << BREAK_SHIFT;
  static final int PICTOGRAPHIC = 1 << 6;
  static final int CONJUNCT_SHIFT = 7;
  static final int CONJUNCT = 3 << CONJUNCT_SHIFT;
  static final int WIDE_AS_EMOJI = 1 << 9;
  static final int NARROW_AS_TEXT = 1 << 10;
  static final int PLAIN = 1 << 11;

  static final int OTHER = 0;
  static final int CONTROL = 1;
  static final int EXTEND = 2;
  static final int ZWJ = 3;
  static final int SPACING_MARK = 4;
  static final int PREPEND = 5;
  static final int REGIONAL_INDICATOR = 6;
  static final int HANGUL_L = 7;
  static final int HANGUL_V = 8;
  static final int HANGUL_T = 9;
  static final int HANGUL_LV = 10;
  static final int HANGUL_LVT = 11;

  /** Extend in UAX 29; told apart because it is shown by itself when it follows no picture. */
  static final int SKIN_TONE = 12;

  static final int CONJUNCT_CONSONANT = 1;
  static final int CONJUNCT_EXTEND = 2;
  static final int CONJUNCT_LINKER = 3;

  private static final int LIMIT = 0x110000;

  /** Below this there is an entry for each code point, since a second look-up costs time. */
  private static final int DIRECT = 0x20000;

  private static final int[] BLOCKS = new int[LIMIT >> 8];
  private static final short[] PROPERTIES = load();

  private CodePoints() {}

  static int properties(int codePoint) {
    return codePoint < DIRECT
        ? PROPERTIES[codePoint]
        : PROPERTIES[BLOCKS[codePoint >> 8] + (codePoint & 0xFF)];
  }

  private static short[] load() {
    try (InputStream in = CodePoints.class.getResourceAsStream("code-points.bin")) {
      if (in == null) {
        throw new IllegalStateException("code-points.bin is missing beside CodePoints.class");
      }
      return blocks(new DataInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException("code-points.bin cannot be read", e);
    }
  }

  /**
   * Lays the runs out: the code points that are in use one by one, the others as blocks of 256, of
   * which one within a run is stored once for each such value.
   */
  private static short[] blocks(DataInputStream in) throws IOException {
    short[] all = new short[LIMIT];
    boolean[] mixed = new boolean[LIMIT >> 8];
    for (int from = 0; from < LIMIT; ) {
      int to = from + readLength(in);
      Arrays.fill(all, from, to, in.readShort());
      mixed[from >> 8] |= (from & 0xFF) != 0;
      from = to;
    }
    short[] result = Arrays.copyOf(all, 2 * DIRECT);
    int size = DIRECT;
    int[] uniform = new int[1 << 12];
    for (int block = DIRECT >> 8; block < BLOCKS.length; block++) {
      int value = all[block << 8];
      if (mixed[block] || uniform[value] == 0) {
        System.arraycopy(all, block << 8, result, size, 256);
        BLOCKS[block] = size;
        if (!mixed[block]) {
          uniform[value] = size;
        }
        size += 256;
      } else {
        BLOCKS[block] = uniform[value];
      }
    }
    return Arrays.copyOf(result, size);
  }

  private static int readLength(DataInputStream in) throws IOException {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = in.readUnsignedByte();
      value |= (b & 0x7F) << shift;
      if (b < 0x80) {
        return value;
      }
    }
  }
}
