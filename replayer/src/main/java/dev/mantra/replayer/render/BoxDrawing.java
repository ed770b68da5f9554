package dev.mantra.replayer.render;

/**
 * Box drawing characters. Most are four arms that meet in the middle of the cell; an arm is light,
 * heavy or double.
 */
final class BoxDrawing {

  static final int FIRST = 0x2500;

  private static final int UP = 0;
  private static final int RIGHT = 1;
  private static final int DOWN = 2;
  private static final int LEFT = 3;

  private static final int HEAVY = 2;
  private static final int DOUBLE = 3;

  /** The arms up, right, down and left of each character from U+2500: 0 none, 1 light and so on. */
  private static final String ARMS =
      "0101 0202 1010 2020 0000 0000 0000 0000 0000 0000 0000 0000 0110 0210 0120 0220 "
          + "0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002 1110 1210 2110 1120 "
          + "2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022 0111 0112 0211 0212 "
          + "0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202 1111 1112 1211 1212 "
          + "2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222 0000 0000 0000 0000 "
          + "0303 3030 0310 0130 0330 0013 0031 0033 1300 3100 3300 1003 3001 3003 1310 3130 "
          + "3330 1013 3031 3033 0313 0131 0333 1303 3101 3303 1313 3131 3333 0000 0000 0000 "
          + "0000 0000 0000 0000 0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010 ";

  private static final double WIDTH = CellSize.WIDTH;
  private static final double HEIGHT = CellSize.HEIGHT;

  /** The middle of the cell, so chosen that the edges of all lines lie on whole pixels. */
  private static final double X = 4.5;

  private static final double Y = 9.5;

  /** Half of what a line is thick. */
  private static final double LIGHT_HALF = 0.5;

  private static final double HEAVY_HALF = 1.5;

  /** From the middle to each of the two strokes of a double line. */
  private static final double APART = 2;

  private BoxDrawing() {}

  static void draw(int code, PathData path) {
    switch (code) {
      case 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D -> dashesAcross(code, path);
      case 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F -> dashesDown(code, path);
      case 0x256D, 0x256E, 0x256F, 0x2570 -> roundCorner(code, path);
      case 0x2571 -> rising(path);
      case 0x2572 -> falling(path);
      case 0x2573 -> {
        rising(path);
        falling(path);
      }
      default -> {
        for (int side = UP; side <= LEFT; side++) {
          arm(code, side, path);
        }
      }
    }
  }

  /** 0 none, 1 light, 2 heavy, 3 double. */
  static int weight(int code, int side) {
    return ARMS.charAt((code - FIRST) * 5 + side % 4) - '0';
  }

  private static void arm(int code, int side, PathData path) {
    int weight = weight(code, side);
    // Of the two arms across, the one towards smaller coordinates is first.
    int first = side % 2 == UP ? weight(code, LEFT) : weight(code, UP);
    int second = side % 2 == UP ? weight(code, RIGHT) : weight(code, DOWN);
    boolean alone = weight(code, side + 2) == 0;
    if (weight == DOUBLE) {
      stroke(side, -APART, LIGHT_HALF, endOfDouble(first, second, alone), path);
      stroke(side, APART, LIGHT_HALF, endOfDouble(second, first, alone), path);
    } else if (weight > 0) {
      stroke(side, 0, half(weight), endOfSingle(first, second, alone), path);
    }
  }

  /**
   * How far from the middle a light or heavy line ends that comes from one side; less than 0 is
   * behind the middle.
   */
  private static double endOfSingle(int first, int second, boolean alone) {
    if (!alone) {
      return 0;
    }
    if (first == DOUBLE && second == DOUBLE) {
      return APART - LIGHT_HALF; // it touches the nearer stroke
    }
    return first == DOUBLE || second == DOUBLE
        ? -APART - LIGHT_HALF
        : -Math.max(half(first), half(second));
  }

  /** The same for one stroke of a double line, which has one arm across on its own side. */
  private static double endOfDouble(int own, int other, boolean alone) {
    if (own == DOUBLE) {
      return APART - LIGHT_HALF;
    }
    if (!alone) {
      return 0;
    }
    return own == 0 && other == DOUBLE ? -APART - LIGHT_HALF : -LIGHT_HALF;
  }

  private static double half(int weight) {
    return weight == 0 ? 0 : weight == HEAVY ? HEAVY_HALF : LIGHT_HALF;
  }

  private static void stroke(int side, double offset, double half, double end, PathData path) {
    double from = offset - half;
    double to = offset + half;
    switch (side) {
      case UP -> path.box(X + from, 0, X + to, Y - end);
      case RIGHT -> path.box(X + end, Y + from, WIDTH, Y + to);
      case DOWN -> path.box(X + from, Y + end, X + to, HEIGHT);
      default -> path.box(0, Y + from, X - end, Y + to);
    }
  }

  private static void dashesAcross(int code, PathData path) {
    double half = half(1 + code % 2);
    double period = WIDTH / dashes(code);
    for (double x = 0; x < WIDTH; x += period) {
      path.box(x, Y - half, x + period * 2 / 3, Y + half);
    }
  }

  private static void dashesDown(int code, PathData path) {
    double half = half(1 + code % 2);
    double period = HEIGHT / dashes(code);
    for (double y = 0; y < HEIGHT; y += period) {
      path.box(X - half, y, X + half, y + period * 2 / 3);
    }
  }

  private static int dashes(int code) {
    return code >= 0x254C ? 2 : code >= 0x2508 ? 4 : 3;
  }

  /** A quarter of a ring as wide as half a cell, and what is left of the way up or down. */
  private static void roundCorner(int code, PathData path) {
    boolean right = code == 0x256D || code == 0x2570;
    boolean down = code == 0x256D || code == 0x256E;
    double sideX = right ? WIDTH : 0;
    double endY = down ? HEIGHT : 0;
    double bendY = down ? Y + X : Y - X;
    double inX = right ? LIGHT_HALF : -LIGHT_HALF;
    double inY = down ? LIGHT_HALF : -LIGHT_HALF;
    int turn = right == down ? 1 : 0;
    path.move(X - inX, endY)
        .line(X - inX, bendY)
        .arc(X + LIGHT_HALF, turn, sideX, Y - inY)
        .line(sideX, Y + inY)
        .arc(X - LIGHT_HALF, 1 - turn, X + inX, bendY)
        .line(X + inX, endY)
        .close();
  }

  private static void rising(PathData path) {
    path.polygon(WIDTH - 0.5, 0, WIDTH + 0.5, 0, 0.5, HEIGHT, -0.5, HEIGHT);
  }

  private static void falling(PathData path) {
    path.polygon(-0.5, 0, 0.5, 0, WIDTH + 0.5, HEIGHT, WIDTH - 0.5, HEIGHT);
  }
}
