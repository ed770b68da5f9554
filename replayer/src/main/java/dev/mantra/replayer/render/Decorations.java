package dev.mantra.replayer.render;

import java.util.Optional;

/** Lines along text as SVG draws them: under, through and over it, exactly as wide as its cells. */
final class Decorations {

  private static final double UNDER = 15;
  private static final double THROUGH = 9;

  private Decorations() {}

  /** What is filled with the colour of the text. */
  static Optional<String> throughAndOver(Piece piece, int x, int y) {
    var path = new PathData().at(x, y);
    double width = width(piece);
    if (piece.look().isStruck()) {
      path.box(0, THROUGH, width, THROUGH + 1);
    }
    if (piece.look().hasOverline()) {
      path.box(0, 0, width, 1);
    }
    return path.isEmpty() ? Optional.empty() : Optional.of(path.toString());
  }

  /** What is filled with the colour of the underline. */
  static Optional<String> under(Piece piece, int x, int y) {
    var path = new PathData().at(x, y);
    double width = width(piece);
    switch (piece.look().underline()) {
      case 1 -> path.box(0, UNDER, width, UNDER + 1);
      case 2 -> {
        path.box(0, UNDER, width, UNDER + 1);
        path.box(0, UNDER + 2, width, UNDER + 3);
      }
      case 3 -> curly(path, width);
      case 4 -> dashes(path, width, 1.5, 3);
      case 5 -> dashes(path, width, 3, 4.5);
      default -> {}
    }
    return path.isEmpty() ? Optional.empty() : Optional.of(path.toString());
  }

  /** A wave, two bows to each cell, so that neighbours go on where it ends. */
  private static void curly(PathData path, double width) {
    double bow = CellSize.WIDTH / 2.0;
    double middle = UNDER + 0.5;
    path.move(0, middle);
    for (double x = 0; x < width; x += 2 * bow) {
      path.curve(x + bow / 2, middle - 2.5, x + bow, middle);
      path.curve(x + bow * 1.5, middle + 2.5, x + 2 * bow, middle);
    }
    path.line(width, middle + 1);
    for (double x = width; x > 0; x -= 2 * bow) {
      path.curve(x - bow / 2, middle + 3.5, x - bow, middle + 1);
      path.curve(x - bow * 1.5, middle - 1.5, x - 2 * bow, middle + 1);
    }
    path.close();
  }

  private static void dashes(PathData path, double width, double length, double period) {
    for (double x = 0; x < width; x += period) {
      path.box(x, UNDER, x + length, UNDER + 1);
    }
  }

  private static double width(Piece piece) {
    return piece.columns() * CellSize.WIDTH;
  }
}
