package dev.mantra.cli;

/** What {@code --color} takes. */
enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER
}
