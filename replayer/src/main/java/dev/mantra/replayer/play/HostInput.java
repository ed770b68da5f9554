package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;

/** What comes to the player from the terminal it plays on. */
public sealed interface HostInput {

  /** Somebody typed. */
  record Typed(Bytes bytes) implements HostInput {}

  /** What needs no more than its name. */
  enum Simple implements HostInput {
    /** Nothing came in the time given. */
    NOTHING,

    /** The window has another size. */
    RESIZED,

    /** The player is to suspend itself (SIGTSTP). */
    SUSPEND,

    /** The process was stopped and goes on; the window may show anything. */
    CONTINUED,

    /** Nothing will come any more. */
    CLOSED
  }
}
