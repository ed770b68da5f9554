package dev.mantra.terminal;

/**
 * The rectangular area operations of the VT420: DECCRA, DECFRA, DECERA, DECSERA, DECCARA, DECRARA.
 */
final class Rectangles {
  private final Screen screen;

  /**
   * DECSACE 2: attribute changes apply to the rectangle, not to the text stream between its
   * corners.
   */
  boolean exact;

  Rectangles(Screen screen) {
    this.screen = screen;
  }

  /** Top, left, bottom, right: 0-based and inclusive, cut to the screen. */
  private record Area(int top, int left, int bottom, int right) {
    boolean isEmpty() {
      return top > bottom || left > right;
    }
  }

  private Area area(Parameters p, int first) {
    int rowOrigin = screen.modes.origin ? screen.top : 0;
    int colOrigin = screen.modes.origin ? screen.left : 0;
    int lastRow = screen.modes.origin ? screen.bottom : screen.rows - 1;
    int lastCol = screen.modes.origin ? screen.right : screen.columns - 1;
    return new Area(
        rowOrigin + p.count(first) - 1,
        colOrigin + p.count(first + 1) - 1,
        Math.min(lastRow, rowOrigin + p.get(first + 2, screen.rows) - 1),
        Math.min(lastCol, colOrigin + p.get(first + 3, screen.columns) - 1));
  }

  /** DECCRA; pages are ignored, there is but one. */
  void copy(Parameters p) {
    Area from = area(p, 0);
    int rowOrigin = screen.modes.origin ? screen.top : 0;
    int colOrigin = screen.modes.origin ? screen.left : 0;
    int toTop = rowOrigin + p.count(5) - 1;
    int toLeft = colOrigin + p.count(6) - 1;
    int height =
        Math.min(
                from.bottom - from.top,
                (screen.modes.origin ? screen.bottom : screen.rows - 1) - toTop)
            + 1;
    int width =
        Math.min(
                from.right - from.left,
                (screen.modes.origin ? screen.right : screen.columns - 1) - toLeft)
            + 1;
    if (from.isEmpty() || height <= 0 || width <= 0) {
      return;
    }
    Row[] source = new Row[height];
    for (int i = 0; i < height; i++) {
      source[i] = new Row();
      source[i].copyFrom(screen.grid.row(from.top + i), screen.columns);
      source[i].cut(from.left, 0);
      source[i].cut(from.left + width, 0);
    }
    for (int i = 0; i < height; i++) {
      Row target = screen.grid.row(toTop + i);
      target.cut(toLeft, screen.blank());
      target.cut(toLeft + width, screen.blank());
      target.copyCells(source[i], from.left, toLeft, width, screen.columns);
    }
  }

  /** DECFRA: only characters of the graphic range fill. */
  void fill(Parameters p) {
    int ch = p.get(0);
    if ((ch < 0x20 || ch > 0x7E) && ch < 0xA0) {
      return;
    }
    Area area = area(p, 1);
    if (area.isEmpty() || CharWidth.of(ch) != 1) {
      return;
    }
    long cell = screen.pen.template(screen.styles) | ch;
    for (int y = area.top; y <= area.bottom; y++) {
      screen.grid.row(y).erase(area.left, area.right + 1, cell, screen.columns);
    }
  }

  void erase(Parameters p, boolean selective, Eraser eraser) {
    Area area = area(p, 0);
    for (int y = area.top; y <= area.bottom && !area.isEmpty(); y++) {
      eraser.cells(y, area.left, area.right + 1, selective);
    }
  }

  /**
   * DECCARA sets the attributes named by the parameters from the fifth on, DECRARA reverses them.
   */
  void changeAttributes(Parameters p, boolean reverse) {
    if (screen.traced) {
      return;
    }
    Area area = area(p, 0);
    for (int y = area.top; y <= area.bottom && !area.isEmpty(); y++) {
      int from = exact || y == area.top ? area.left : 0;
      int to = exact || y == area.bottom ? area.right : screen.columns - 1;
      Row row = screen.grid.row(y);
      row.reach(to + 1, screen.columns);
      for (int x = from; x <= to; x++) {
        row.cells[x] = restyled(row.cells[x], p, reverse);
      }
    }
  }

  private long restyled(long cell, Parameters p, boolean reverse) {
    Styles styles = screen.styles;
    int style = Cell.style(cell);
    int attributes = styles.attributes(style);
    for (int i = 4; i < p.count || i == 4; i++) {
      attributes = reverse ? reversed(attributes, p.get(i)) : changed(attributes, p.get(i));
    }
    int now =
        styles.intern(
            styles.foreground(style),
            styles.background(style),
            styles.underlineColor(style),
            attributes,
            styles.link(style));
    return (cell & 0xFFFFFFFFL) | (long) now << Cell.STYLE_SHIFT;
  }

  private static final int SINGLE_UNDERLINE = 1 << Style.UNDERLINE_SHIFT;
  private static final int ALL = Style.BOLD | Style.UNDERLINE | Style.BLINK | Style.INVERSE;

  private static int changed(int attributes, int parameter) {
    return switch (parameter) {
      case 0 -> attributes & ~ALL;
      case 1 -> attributes | Style.BOLD;
      case 4 -> (attributes & ~Style.UNDERLINE) | SINGLE_UNDERLINE;
      case 5 -> attributes | Style.BLINK;
      case 7 -> attributes | Style.INVERSE;
      case 22 -> attributes & ~Style.BOLD;
      case 24 -> attributes & ~Style.UNDERLINE;
      case 25 -> attributes & ~Style.BLINK;
      case 27 -> attributes & ~Style.INVERSE;
      default -> attributes;
    };
  }

  private static int reversed(int attributes, int parameter) {
    int underlined =
        (attributes & Style.UNDERLINE) == 0
            ? attributes | SINGLE_UNDERLINE
            : attributes & ~Style.UNDERLINE;
    return switch (parameter) {
      case 0 -> underlined ^ (Style.BOLD | Style.BLINK | Style.INVERSE);
      case 1 -> attributes ^ Style.BOLD;
      case 4 -> underlined;
      case 5 -> attributes ^ Style.BLINK;
      case 7 -> attributes ^ Style.INVERSE;
      default -> attributes;
    };
  }
}
