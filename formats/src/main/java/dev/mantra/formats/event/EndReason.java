package dev.mantra.formats.event;

/** Why a session ended. The order is that of the numbers in the journal: new ones go to the end. */
public enum EndReason {
  /** The recorded program ended. */
  EXITED,
  /** The terminal went away. */
  HANGUP,
  /** The recorder was told to stop. */
  TERMINATED,
  /** The program outlived its terminal and went on without being recorded. */
  DETACHED,
  /** The session was read from another recording, which ends here. */
  IMPORTED
}
