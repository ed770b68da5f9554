package dev.mantra.cli;

/** The shells that functions and completions are made for. */
enum Shell {
  BASH,
  ZSH,
  FISH
}
