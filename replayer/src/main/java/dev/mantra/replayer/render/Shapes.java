package dev.mantra.replayer.render;

/**
 * Box drawing (U+2500 to U+257F) and block elements (U+2580 to U+259F) as figures: only so do they
 * touch from cell to cell in every font.
 */
final class Shapes {

  private Shapes() {}

  static boolean has(int code) {
    return code >= BoxDrawing.FIRST && code <= BlockElements.LAST;
  }

  /** How much of its colour a shape has, in percent. */
  static int strength(int code) {
    return switch (code) {
      case 0x2591 -> 25;
      case 0x2592 -> 50;
      case 0x2593 -> 75;
      default -> 100;
    };
  }

  /** Adds what the character looks like; the path stands at the cell's upper left corner. */
  static void draw(int code, PathData path) {
    if (code >= BlockElements.FIRST) {
      BlockElements.draw(code, path);
    } else {
      BoxDrawing.draw(code, path);
    }
  }
}
