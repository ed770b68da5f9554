package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.util.Optional;

/** The terminal a session is played on, in a mode in which keys come singly and are not echoed. */
public interface PlayerScreen {

  /** Writes as it is and at once. */
  void write(Bytes bytes) throws IOException;

  /**
   * What was typed.
   *
   * @param nanos how long to wait for a key; 0 does not wait, {@link Long#MAX_VALUE} waits for ever
   * @return no bytes when none was typed in that time, absent when none will come any more. Where
   *     there is no keyboard at all, this waits and gives no bytes.
   */
  Optional<Bytes> readKeys(long nanos) throws IOException;

  WindowSize size();

  /** Puts the terminal's line mode back; called once, whatever happens. */
  void restore() throws IOException;
}
