package dev.mantra.terminal;

/**
 * The character sets G0-G3 and which of them is used (ISO 2022, as far as DEC terminals have it).
 */
final class Charsets {
  private static final int ASCII = 'B';
  private static final int UNITED_KINGDOM = 'A';
  private static final int SPECIAL_GRAPHICS = '0';

  /** DEC special graphics, for {@code 0x5F} to {@code 0x7E}. */
  private static final String GRAPHICS = "\u00A0◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

  /** The final bytes of the four designations, G0 lowest. */
  private int designated;

  private int shifted;
  private int single;

  Charsets() {
    reset();
  }

  void reset() {
    designated = ASCII | ASCII << 8 | ASCII << 16 | ASCII << 24;
    shifted = 0;
    single = 0;
  }

  void designate(int set, int name) {
    int shift = set * 8;
    int known = name == SPECIAL_GRAPHICS || name == UNITED_KINGDOM ? name : ASCII;
    designated = (designated & ~(0xFF << shift)) | known << shift;
  }

  /** SI, SO, LS2, LS3. */
  void shift(int set) {
    shifted = set;
  }

  /** SS2, SS3: for the next character only. */
  void singleShift(int set) {
    single = set;
  }

  /** Whether text means what ASCII says. */
  boolean isPlain() {
    return single == 0 && named(shifted) == ASCII;
  }

  /** The character to show for the next code point. */
  int translate(int codePoint) {
    int name = named(single == 0 ? shifted : single);
    single = 0;
    if (name == SPECIAL_GRAPHICS && codePoint >= 0x5F && codePoint <= 0x7E) {
      return GRAPHICS.charAt(codePoint - 0x5F);
    }
    return name == UNITED_KINGDOM && codePoint == '#' ? '£' : codePoint;
  }

  /** DECSC keeps the designations and the locking shift. */
  long save() {
    return (designated & 0xFFFFFFFFL) | (long) shifted << 32 | (long) single << 34;
  }

  void restore(long bits) {
    designated = (int) bits;
    shifted = (int) (bits >>> 32) & 3;
    single = (int) (bits >>> 34) & 3;
  }

  private int named(int set) {
    return designated >>> (set * 8) & 0xFF;
  }
}
