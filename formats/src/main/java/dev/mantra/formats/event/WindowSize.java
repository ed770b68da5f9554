package dev.mantra.formats.event;

/**
 * The size of a terminal's window in character cells and, where the terminal says so, in pixels.
 */
public record WindowSize(int columns, int rows, int pixelWidth, int pixelHeight) {

  /** What a terminal that does not tell its size is taken to be. */
  public static final WindowSize STANDARD = new WindowSize(80, 24);

  public static final int MAX = 0xffff;

  public WindowSize {
    check("columns", columns);
    check("rows", rows);
    check("pixel width", pixelWidth);
    check("pixel height", pixelHeight);
  }

  public WindowSize(int columns, int rows) {
    this(columns, rows, 0, 0);
  }

  /** Reads {@code COLSxROWS}, for example {@code 80x24}. */
  public static WindowSize parse(String text) {
    int x = text.indexOf('x');
    try {
      return new WindowSize(
          Integer.parseInt(text.substring(0, Math.max(x, 0))),
          Integer.parseInt(text.substring(x + 1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no window size; it is written COLSxROWS, for example 80x24", e);
    }
  }

  /** False for the 0x0 of a terminal that does not know its size. */
  public boolean isKnown() {
    return columns > 0 && rows > 0;
  }

  private static void check(String what, int value) {
    if (value < 0 || value > MAX) {
      throw new IllegalArgumentException(what + " " + value + " is not between 0 and " + MAX);
    }
  }

  @Override
  public String toString() {
    return columns + "x" + rows;
  }
}
