package dev.mantra.terminal;

/** DECSCUSR. */
public enum CursorShape {
  BLOCK,
  UNDERLINE,
  BAR
}
