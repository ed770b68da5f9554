package dev.mantra.cli;

import java.util.Locale;

/** The shells that functions and completions are made for. */
enum Shell {
  BASH,
  ZSH,
  FISH;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
