package dev.mantra.cli;

import java.util.Locale;

/** What {@code --color} takes. */
enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
