package dev.mantra.terminal;

/**
 * How many columns text takes; a property of the terminal that was recorded, so it is stored with a
 * session.
 */
public enum WidthPolicy {
  /**
   * A user-perceived character (UAX 29 grapheme cluster) takes one cell or two: as kitty, WezTerm,
   * tmux and Ghostty do. An emoji sequence is as wide as one emoji, and VS16 makes its base wide.
   * The stream may switch this off and on with mode 2027.
   */
  CLUSTERS,
  /**
   * Each code point takes its own width, combining marks none: as xterm, VS Code and libvterm do.
   */
  CODE_POINTS
}
