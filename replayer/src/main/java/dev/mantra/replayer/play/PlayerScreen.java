package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;

/** The terminal a session is played on, in a mode in which keys come singly and are not echoed. */
public interface PlayerScreen {

  /** Writes as it is and at once. */
  void write(Bytes bytes) throws IOException;

  /**
   * Waits for something to happen at the terminal.
   *
   * @param nanos how long; 0 does not wait, {@link Long#MAX_VALUE} waits for ever
   */
  HostInput await(long nanos) throws IOException;

  /** The window's size now. */
  WindowSize size();

  /**
   * Puts the terminal's line mode back, stops this process as a shell expects it, and returns when
   * it was continued, in the player's mode again.
   */
  void suspend() throws IOException;

  /** Puts the terminal's line mode back; called once, whatever happens. */
  void restore() throws IOException;
}
