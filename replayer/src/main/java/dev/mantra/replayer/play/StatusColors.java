package dev.mantra.replayer.play;

/** Whether what the player itself says has colours. A recording always has those it had. */
public enum StatusColors {
  COLORED,
  PLAIN
}
