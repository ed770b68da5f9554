package dev.mantra.replayer.render;

/** Block elements: halves, eighths, quarters and shades of a cell. */
final class BlockElements {

  static final int FIRST = 0x2580;
  static final int LAST = 0x259F;

  private static final int QUARTERS = 0x2596;

  /** Which quarters are filled, from U+2596 on: 1 upper left, 2 upper right, 4 and 8 below. */
  private static final int[] FILLED = {
    4, 8, 1, 1 + 4 + 8, 1 + 8, 1 + 2 + 4, 1 + 2 + 8, 2, 2 + 4, 2 + 4 + 8
  };

  private static final double WIDTH = CellSize.WIDTH;
  private static final double HEIGHT = CellSize.HEIGHT;

  private BlockElements() {}

  static void draw(int code, PathData path) {
    if (code == 0x2580) {
      path.box(0, 0, WIDTH, HEIGHT / 2);
    } else if (code <= 0x2588) {
      path.box(0, HEIGHT * (0x2588 - code) / 8, WIDTH, HEIGHT);
    } else if (code <= 0x258F) {
      path.box(0, 0, WIDTH * (0x2590 - code) / 8, HEIGHT);
    } else if (code == 0x2590) {
      path.box(WIDTH / 2, 0, WIDTH, HEIGHT);
    } else if (code <= 0x2593) {
      path.box(0, 0, WIDTH, HEIGHT);
    } else if (code == 0x2594) {
      path.box(0, 0, WIDTH, HEIGHT / 8);
    } else if (code == 0x2595) {
      path.box(WIDTH * 7 / 8, 0, WIDTH, HEIGHT);
    } else {
      quarters(FILLED[code - QUARTERS], path);
    }
  }

  private static void quarters(int filled, PathData path) {
    for (int i = 0; i < 4; i++) {
      if ((filled >> i & 1) != 0) {
        double x = i % 2 == 0 ? 0 : WIDTH / 2;
        double y = i < 2 ? 0 : HEIGHT / 2;
        path.box(x, y, x + WIDTH / 2, y + HEIGHT / 2);
      }
    }
  }
}
