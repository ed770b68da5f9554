package dev.mantra.terminal;

import org.jspecify.annotations.Nullable;

/** The modes that are kept (SM, RM, DECSET, DECRST), by the number that the stream calls them. */
public enum Mode {
  INSERT(0, Kind.ANSI, 4),
  NEW_LINE(1, Kind.ANSI, 20),
  APPLICATION_CURSOR_KEYS(2, Kind.DEC, 1),
  COLUMNS_132(3, Kind.DEC, 3),
  REVERSE_VIDEO(4, Kind.DEC, 5),
  ORIGIN(5, Kind.DEC, 6),
  AUTOWRAP(6, Kind.DEC, 7),
  AUTO_REPEAT(7, Kind.DEC, 8),
  MOUSE_X10(8, Kind.DEC, 9),
  CURSOR_BLINK(9, Kind.DEC, 12),
  CURSOR_VISIBLE(10, Kind.DEC, 25),
  ALLOW_132_COLUMNS(11, Kind.DEC, 40),
  REVERSE_WRAP(12, Kind.DEC, 45),
  APPLICATION_KEYPAD(13, Kind.DEC, 66),
  LEFT_RIGHT_MARGINS(14, Kind.DEC, 69),
  MOUSE_BUTTONS(15, Kind.DEC, 1000),
  MOUSE_DRAG(16, Kind.DEC, 1002),
  MOUSE_MOTION(17, Kind.DEC, 1003),
  FOCUS_REPORTS(18, Kind.DEC, 1004),
  MOUSE_UTF8(19, Kind.DEC, 1005),
  MOUSE_SGR(20, Kind.DEC, 1006),
  ALTERNATE_SCROLL(21, Kind.DEC, 1007),
  MOUSE_URXVT(22, Kind.DEC, 1015),
  MOUSE_PIXELS(23, Kind.DEC, 1016),
  META_SENDS_ESCAPE(24, Kind.DEC, 1036),
  REVERSE_WRAP_EXTENDED(25, Kind.DEC, 1045),
  BRACKETED_PASTE(26, Kind.DEC, 2004),
  SYNCHRONIZED_UPDATE(27, Kind.DEC, 2026),
  GRAPHEME_CLUSTERS(28, Kind.DEC, 2027),
  COLOR_SCHEME_REPORTS(29, Kind.DEC, 2031),
  RESIZE_REPORTS(30, Kind.DEC, 2048);

  enum Kind {
    ANSI,
    DEC
  }

  /**
   * The mode's place in a set of modes; written down in keyframes, so never given to another mode.
   */
  final long bit;

  private final Kind kind;
  private final int number;

  Mode(int place, Kind kind, int number) {
    this.bit = 1L << place;
    this.kind = kind;
    this.number = number;
  }

  static @Nullable Mode of(Kind kind, int number) {
    for (Mode mode : ALL) {
      if (mode.number == number && mode.kind == kind) {
        return mode;
      }
    }
    return null;
  }

  private static final Mode[] ALL = values();
}
