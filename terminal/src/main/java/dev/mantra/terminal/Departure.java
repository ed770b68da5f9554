package dev.mantra.terminal;

/** How a line left the screen. */
public enum Departure {
  /** Off the top of the main screen, into the scrollback. */
  SCROLLED_OFF,
  /** Out of the main screen without a way back: in a scroll region, by SU or by deleting lines. */
  SCROLLED_AWAY,
  /** Out of the alternate screen, which has no scrollback. */
  SCROLLED_ALTERNATE,
  /** Below the edge of a screen that was made smaller. */
  CUT_BY_RESIZE
}
