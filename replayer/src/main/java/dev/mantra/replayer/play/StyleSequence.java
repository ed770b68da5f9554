package dev.mantra.replayer.play;

import dev.mantra.terminal.Color;
import dev.mantra.terminal.Style;

/** Writes a style as one SGR sequence that does not depend on the style before. */
final class StyleSequence {

  /** The numbers with which SGR sets the colour of something. */
  private enum Ground {
    FOREGROUND(30, 90, 38),
    BACKGROUND(40, 100, 48);

    private final int normal;
    private final int bright;
    private final int extended;

    Ground(int normal, int bright, int extended) {
      this.normal = normal;
      this.bright = bright;
      this.extended = extended;
    }
  }

  private StyleSequence() {}

  static void append(StringBuilder out, Style style) {
    out.append("\033[0");
    flag(out, style, Style.BOLD, 1);
    flag(out, style, Style.DIM, 2);
    flag(out, style, Style.ITALIC, 3);
    underline(out, style.underline());
    flag(out, style, Style.BLINK, 5);
    flag(out, style, Style.INVERSE, 7);
    flag(out, style, Style.HIDDEN, 8);
    flag(out, style, Style.STRIKE, 9);
    flag(out, style, Style.OVERLINE, 53);
    color(out, style.foreground(), Ground.FOREGROUND);
    color(out, style.background(), Ground.BACKGROUND);
    underlineColor(out, style.underlineColor());
    out.append('m');
  }

  private static void flag(StringBuilder out, Style style, int attribute, int number) {
    if (style.has(attribute)) {
      out.append(';').append(number);
    }
  }

  /** A single one is written as every terminal knows it. */
  private static void underline(StringBuilder out, int kind) {
    switch (kind) {
      case 0 -> {}
      case 1 -> out.append(";4");
      default -> out.append(";4:").append(kind);
    }
  }

  private static void color(StringBuilder out, Color color, Ground ground) {
    switch (color) {
      case Color.Standard _ -> {}
      case Color.Indexed(int index) when index < 8 -> out.append(';').append(ground.normal + index);
      case Color.Indexed(int index) when index < 16 ->
          out.append(';').append(ground.bright + index - 8);
      case Color.Indexed(int index) ->
          out.append(';').append(ground.extended).append(";5;").append(index);
      case Color.Rgb(int rgb) -> {
        out.append(';').append(ground.extended).append(";2");
        parts(out, rgb, ';');
      }
    }
  }

  private static void underlineColor(StringBuilder out, Color color) {
    switch (color) {
      case Color.Standard _ -> {}
      case Color.Indexed(int index) -> out.append(";58:5:").append(index);
      case Color.Rgb(int rgb) -> {
        out.append(";58:2:");
        parts(out, rgb, ':');
      }
    }
  }

  private static void parts(StringBuilder out, int rgb, char separator) {
    for (int shift = 16; shift >= 0; shift -= 8) {
      out.append(separator).append(rgb >> shift & 0xff);
    }
  }
}
