package dev.mantra.terminal;

/**
 * A colour as SGR names it: the default, a palette entry or a direct colour. Packed in an {@code
 * int}: 0 is the default, bit 24 marks a palette entry, bit 25 a direct colour.
 */
public sealed interface Color {
  /** The colour that the user's terminal has for text, or for the background. */
  record Standard() implements Color {}

  /** One of the 256 palette colours; 0-7 are the normal and 8-15 the bright ones. */
  record Indexed(int index) implements Color {}

  /** A direct colour, {@code 0xRRGGBB}. */
  record Rgb(int rgb) implements Color {}

  Color STANDARD = new Standard();

  int INDEXED = 1 << 24;
  int RGB = 2 << 24;

  /** Reads the packed form. */
  static Color unpack(int packed) {
    return switch (packed >>> 24) {
      case 0 -> STANDARD;
      case 1 -> new Indexed(packed & 0xFF);
      default -> new Rgb(packed & 0xFFFFFF);
    };
  }

  /** The packed form of a direct colour, each part cut to its lowest eight bits. */
  static int rgb(int red, int green, int blue) {
    return RGB | ((red & 0xFF) << 16) | ((green & 0xFF) << 8) | (blue & 0xFF);
  }

  /** The packed form of a palette entry. */
  static int indexed(int index) {
    return INDEXED | (index & 0xFF);
  }
}
