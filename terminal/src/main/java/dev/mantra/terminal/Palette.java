package dev.mantra.terminal;

import java.util.Arrays;
import java.util.OptionalInt;

/** The colours that the stream changed (OSC 4, 10, 11, 12); the others are the user's. */
final class Palette {
  static final int FOREGROUND = 256;
  static final int BACKGROUND = 257;
  static final int CURSOR = 258;
  static final int SIZE = 259;

  private final int[] colors = new int[SIZE];

  Palette() {
    reset();
  }

  void reset() {
    Arrays.fill(colors, -1);
  }

  void set(int index, int rgb) {
    if (index >= 0 && index < SIZE) {
      colors[index] = rgb;
    }
  }

  OptionalInt get(int index) {
    return index >= 0 && index < SIZE && colors[index] >= 0
        ? OptionalInt.of(colors[index])
        : OptionalInt.empty();
  }

  /**
   * Reads a colour as XParseColor does, {@code rgb:R/G/B} or {@code #RGB} with one to four digits
   * each; -1 if it is none.
   */
  static int parse(String name) {
    if (name.startsWith("rgb:")) {
      String[] parts = name.substring(4).split("/", -1);
      return parts.length == 3 ? pack(parts[0], parts[1], parts[2]) : -1;
    }
    int digits = (name.length() - 1) / 3;
    if (name.startsWith("#") && name.length() == 1 + digits * 3 && digits > 0) {
      return pack(
          name.substring(1, 1 + digits),
          name.substring(1 + digits, 1 + 2 * digits),
          name.substring(1 + 2 * digits));
    }
    return -1;
  }

  private static int pack(String red, String green, String blue) {
    int r = part(red);
    int g = part(green);
    int b = part(blue);
    return (r | g | b) < 0 ? -1 : r << 16 | g << 8 | b;
  }

  private static int part(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return switch (digits.length()) {
      case 1 -> value * 0x11;
      case 2 -> value;
      case 3 -> value >> 4;
      case 4 -> value >> 8;
      default -> -1;
    };
  }
}
