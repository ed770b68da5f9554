package dev.mantra.replayer.render;

import java.math.BigDecimal;

/** SVG path data of closed figures; what is drawn is measured from a cell's upper left corner. */
final class PathData {

  private final StringBuilder data = new StringBuilder();
  private double left;
  private double top;

  /** What is drawn next is measured from here. */
  PathData at(double x, double y) {
    left = x;
    top = y;
    return this;
  }

  /** A rectangle from one corner to the other. */
  void box(double x1, double y1, double x2, double y2) {
    if (x2 > x1 && y2 > y1) {
      move(x1, y1).add('h', x2 - x1).add('v', y2 - y1).add('h', x1 - x2).close();
    }
  }

  /** A figure with straight edges; x and y in turns. */
  void polygon(double... corners) {
    move(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      line(corners[i], corners[i + 1]);
    }
    close();
  }

  PathData move(double x, double y) {
    data.append('M').append(number(left + x)).append(' ').append(number(top + y));
    return this;
  }

  PathData line(double x, double y) {
    data.append('L').append(number(left + x)).append(' ').append(number(top + y));
    return this;
  }

  /** A quarter of a circle; {@code turn} is 1 when it goes clockwise, else 0. */
  PathData arc(double radius, int turn, double x, double y) {
    data.append('A').append(number(radius)).append(' ').append(number(radius));
    data.append(" 0 0 ").append(turn).append(' ');
    data.append(number(left + x)).append(' ').append(number(top + y));
    return this;
  }

  /** A wave's half: a curve to the given point, bent towards another. */
  PathData curve(double bentX, double bentY, double x, double y) {
    data.append('Q').append(number(left + bentX)).append(' ').append(number(top + bentY));
    data.append(' ').append(number(left + x)).append(' ').append(number(top + y));
    return this;
  }

  PathData close() {
    data.append('z');
    return this;
  }

  boolean isEmpty() {
    return data.isEmpty();
  }

  @Override
  public String toString() {
    return data.toString();
  }

  private PathData add(char direction, double distance) {
    data.append(direction).append(number(distance));
    return this;
  }

  /** All measures are multiples of an eighth or so: short, and the same on every machine. */
  static String number(double value) {
    long thousandths = Math.round(value * 1000);
    return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
  }
}
