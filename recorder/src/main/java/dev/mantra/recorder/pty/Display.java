package dev.mantra.recorder.pty;

/** Whether the user's own terminal takes part. */
public enum Display {
  /** What the program writes is shown, and what is typed reaches it. */
  HOST,
  /** The program runs on a terminal nobody sees. */
  NONE
}
