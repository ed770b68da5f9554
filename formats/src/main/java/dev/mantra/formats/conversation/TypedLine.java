package dev.mantra.formats.conversation;

/**
 * A text that was typed or pasted and sent with Enter.
 *
 * @param at when Enter was pressed, in nanoseconds since the session's start
 * @param text with line feeds between its lines; the first {@link TypedLines#MOST} characters of it
 */
public record TypedLine(long at, String text, Accuracy accuracy) implements Fact {

  /** Whether the program must have got the same text. */
  public enum Accuracy {
    /** Every key that made it is understood. */
    EXACT,
    /** The program may have added to it or changed it: a recalled or a completed line. */
    GUESSED
  }
}
