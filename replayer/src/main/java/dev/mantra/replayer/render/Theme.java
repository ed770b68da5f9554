package dev.mantra.replayer.render;

import dev.mantra.terminal.Color;
import dev.mantra.terminal.Mode;
import dev.mantra.terminal.Style;
import dev.mantra.terminal.Terminal;
import java.util.Locale;
import java.util.Optional;

/**
 * Which colour is which in pictures: the recorded terminal's own colours are not known, so those
 * that the program did not set are ours. Colours are {@code 0xRRGGBB}.
 */
record Theme(Terminal screen, int foreground, int background) {

  private static final int FOREGROUND = 0xD6DAE1;
  private static final int BACKGROUND = 0x15171C;

  private static final int[] PALETTE = {
    0x23262E, 0xE05A5F, 0x86C166, 0xDDB55C, 0x569CE8, 0xC47BD8, 0x45B5C4, 0xC9CED6,
    0x6B7280, 0xF57F83, 0xA8DC8E, 0xF2D383, 0x82BDFA, 0xDE9FEE, 0x76D5E2, 0xFFFFFF
  };

  /** The six steps of the palette's colour cube, as xterm has them. */
  private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

  static Theme of(Terminal screen) {
    int foreground = screen.defaultForeground().orElse(FOREGROUND);
    int background = screen.defaultBackground().orElse(BACKGROUND);
    return screen.isSet(Mode.REVERSE_VIDEO)
        ? new Theme(screen, background, foreground)
        : new Theme(screen, foreground, background);
  }

  /** How a cell of a style looks. */
  Look look(Style style) {
    int front = color(style.foreground(), foreground);
    int back = color(style.background(), background);
    if (style.has(Style.INVERSE)) {
      int swapped = front;
      front = back;
      back = swapped;
    }
    if (style.has(Style.DIM)) {
      front = mixed(front, back, 60);
    }
    int line = color(style.underlineColor(), front);
    return new Look(front, back, line, style.attributes(), Optional.empty());
  }

  int cursor() {
    return screen.cursorColor().orElse(foreground);
  }

  /** {@code percent} of the first colour and the rest of the second. */
  static int mixed(int color, int other, int percent) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int part = (color >> shift & 0xFF) * percent + (other >> shift & 0xFF) * (100 - percent);
      mixed |= ((part + 50) / 100) << shift;
    }
    return mixed;
  }

  /** {@code #rrggbb}. */
  static String hex(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb & 0xFFFFFF);
  }

  private int color(Color color, int standard) {
    return switch (color) {
      case Color.Standard _ -> standard;
      case Color.Rgb(int rgb) -> rgb;
      case Color.Indexed(int index) -> screen.paletteColor(index).orElse(palette(index));
    };
  }

  private static int palette(int index) {
    if (index < 16) {
      return PALETTE[index];
    }
    if (index >= 232) {
      return (8 + 10 * (index - 232)) * 0x010101;
    }
    int cube = index - 16;
    return STEPS[cube / 36] << 16 | STEPS[cube / 6 % 6] << 8 | STEPS[cube % 6];
  }
}
