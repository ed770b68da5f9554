package dev.mantra.replayer;

import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.terminal.Terminal;
import dev.mantra.terminal.TerminalOptions;
import dev.mantra.terminal.WidthPolicy;

/**
 * How a session is replayed.
 *
 * @param widthPolicy how wide text is taken to be
 * @param progress is told while a session is read through: the first time something of it is asked
 *     for that needs that
 */
public record ReplayOptions(WidthPolicy widthPolicy, ReadingProgress progress) {

  public static final ReplayOptions STANDARD =
      new ReplayOptions(WidthPolicy.CLUSTERS, ReadingProgress.NONE);

  /**
   * Rows above the screen that are remembered, for the moment when a window grows. They are part of
   * each keyframe, so few.
   */
  private static final int SCROLLBACK = 200;

  public ReplayOptions withWidthPolicy(WidthPolicy policy) {
    return new ReplayOptions(policy, progress);
  }

  public ReplayOptions withProgress(ReadingProgress listener) {
    return new ReplayOptions(widthPolicy, listener);
  }

  /** The terminal of a session before anything has happened. */
  Terminal blankTerminal(SessionHeader header) {
    var size = header.size().isKnown() ? header.size() : WindowSize.STANDARD;
    return new Terminal(size.columns(), size.rows(), new TerminalOptions(SCROLLBACK, widthPolicy));
  }
}
