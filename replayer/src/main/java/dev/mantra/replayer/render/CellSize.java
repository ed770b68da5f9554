package dev.mantra.replayer.render;

/** The measures of a cell, in pixels of a picture at its natural size. */
final class CellSize {

  /** Most monospace fonts' characters are six tenths as wide as the font is large. */
  static final int FONT = 15;

  static final int WIDTH = 9;
  static final int HEIGHT = 18;

  /** From a cell's upper edge to where letters stand. */
  static final int BASELINE = 14;

  /** What is left free around the screen. */
  static final int MARGIN = 9;

  static final String FONTS =
      "ui-monospace, 'Cascadia Mono', 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono',"
          + " 'Liberation Mono', monospace";

  private CellSize() {}
}
