package dev.mantra.terminal;

/**
 * SGR: sets the pen (ECMA-48 8.3.117, with the colour forms of ITU T.416 and of xterm, kitty's
 * underlines).
 */
final class Sgr {
  private Sgr() {}

  static void apply(Parameters p, Pen pen) {
    if (p.count == 0) {
      pen.reset();
      return;
    }
    for (int i = 0; i < p.count; ) {
      i = one(p, i, pen);
    }
    pen.changed();
  }

  /** Applies the parameter at {@code i}; returns the index of the next one. */
  private static int one(Parameters p, int i, Pen pen) {
    int next = i + 1;
    while (next < p.count && p.isPart(next)) {
      next++;
    }
    int n = p.values[i];
    switch (n) {
      case 0 -> pen.reset();
      case 1 -> pen.attributes |= Style.BOLD;
      case 2 -> pen.attributes |= Style.DIM;
      case 3 -> pen.attributes |= Style.ITALIC;
      case 4 -> underline(pen, next > i + 1 ? p.values[i + 1] : 1);
      case 5, 6 -> pen.attributes |= Style.BLINK;
      case 7 -> pen.attributes |= Style.INVERSE;
      case 8 -> pen.attributes |= Style.HIDDEN;
      case 9 -> pen.attributes |= Style.STRIKE;
      case 21 -> underline(pen, 2);
      case 22 -> pen.attributes &= ~(Style.BOLD | Style.DIM);
      case 23 -> pen.attributes &= ~Style.ITALIC;
      case 24 -> underline(pen, 0);
      case 25 -> pen.attributes &= ~Style.BLINK;
      case 27 -> pen.attributes &= ~Style.INVERSE;
      case 28 -> pen.attributes &= ~Style.HIDDEN;
      case 29 -> pen.attributes &= ~Style.STRIKE;
      case 30, 31, 32, 33, 34, 35, 36, 37 -> pen.foreground = Color.INDEXED | (n - 30);
      case 39 -> pen.foreground = 0;
      case 40, 41, 42, 43, 44, 45, 46, 47 -> pen.background = Color.INDEXED | (n - 40);
      case 49 -> pen.background = 0;
      case 53 -> pen.attributes |= Style.OVERLINE;
      case 55 -> pen.attributes &= ~Style.OVERLINE;
      case 59 -> pen.underlineColor = 0;
      case 90, 91, 92, 93, 94, 95, 96, 97 -> pen.foreground = Color.INDEXED | (n - 82);
      case 100, 101, 102, 103, 104, 105, 106, 107 -> pen.background = Color.INDEXED | (n - 92);
      case 38, 48, 58 -> {
        boolean parts = next > i + 1;
        int end = parts ? next : p.count;
        int color = parts ? colorOfParts(p, i + 1, end) : color(p, i + 1, end);
        if (color >= 0) {
          switch (n) {
            case 38 -> pen.foreground = color;
            case 48 -> pen.background = color;
            default -> pen.underlineColor = color;
          }
        }
        return parts ? next : i + 1 + length(p, i + 1);
      }
      default -> {}
    }
    return next;
  }

  private static void underline(Pen pen, int style) {
    pen.attributes &= ~Style.UNDERLINE;
    if (style <= 5) {
      pen.attributes |= style << Style.UNDERLINE_SHIFT;
    }
  }

  /** The colour after {@code 38;}, or -1. */
  private static int color(Parameters p, int i, int end) {
    if (p.get(i) == 5 && i + 1 < end && p.get(i + 1) < 256) {
      return Color.indexed(p.get(i + 1));
    }
    if (p.get(i) == 2 && i + 3 < end) {
      return Color.rgb(p.get(i + 1), p.get(i + 2), p.get(i + 3));
    }
    return -1;
  }

  /**
   * {@code 38:2:r:g:b} as xterm wrote it at first, or with the colour space that T.416 puts before
   * r.
   */
  private static int colorOfParts(Parameters p, int i, int end) {
    return p.get(i) == 2 && i + 4 < end
        ? Color.rgb(p.get(i + 2), p.get(i + 3), p.get(i + 4))
        : color(p, i, end);
  }

  /** The parameters that a colour in semicolon form takes. */
  private static int length(Parameters p, int i) {
    return switch (p.get(i)) {
      case 2 -> 4;
      case 5 -> 2;
      default -> 1;
    };
  }
}
