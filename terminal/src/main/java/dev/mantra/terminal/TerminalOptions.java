package dev.mantra.terminal;

/**
 * What is fixed for a terminal's life.
 *
 * @param scrollback rows kept above the main screen; also written into each keyframe, so keep it
 *     small where keyframes are many
 * @param widthPolicy how wide text is
 */
public record TerminalOptions(int scrollback, WidthPolicy widthPolicy) {
  public static final TerminalOptions STANDARD = new TerminalOptions(1000, WidthPolicy.CLUSTERS);

  private static final int MOST_SCROLLBACK = 1 << 20;

  public TerminalOptions {
    scrollback = Math.clamp(scrollback, 0, MOST_SCROLLBACK);
  }

  public TerminalOptions withScrollback(int rows) {
    return new TerminalOptions(rows, widthPolicy);
  }

  public TerminalOptions withWidthPolicy(WidthPolicy policy) {
    return new TerminalOptions(scrollback, policy);
  }
}
