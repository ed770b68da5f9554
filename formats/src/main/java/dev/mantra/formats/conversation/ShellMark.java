package dev.mantra.formats.conversation;

import java.util.OptionalInt;

/**
 * What a shell said of a command line, by OSC 133 (FinalTerm's shell integration, which iTerm2,
 * kitty, VTE, Windows Terminal and others took up).
 *
 * @param at in nanoseconds since the session's start
 * @param command the command line, where the shell tells it; empty where not
 * @param status the exit status that it tells at a command's end
 */
public record ShellMark(long at, Kind kind, String command, OptionalInt status) implements Fact {

  /** What is meant. */
  public enum Kind {
    /** {@code A} or {@code B}: the shell waits for a command line. */
    INPUT,
    /** {@code C}: a command line was accepted, and its output follows. */
    ACCEPTED,
    /** {@code D}: the command has ended. */
    ENDED
  }
}
