package dev.mantra.formats.conversation;

import java.util.List;

/**
 * A message or a step of a session, with its number and its moment.
 *
 * @param message the number of the message that it is, or that it is a step of; 0 before the first
 * @param step its number among that message's steps; 0 for the message itself
 * @param prompt how many prompts there have been with this one; 0 for what is no prompt
 * @param outline what is known of it without reading it
 * @param at when it was complete or, of a prompt, sent: nanoseconds since the session's start
 * @param records which of the session's entries it is made of, counted from 0 as they stand in the
 *     journal; none of a prompt that was derived from what was typed or shown
 */
public record NumberedEntry(
    int message,
    int step,
    int prompt,
    EntryOutline outline,
    long at,
    Basis basis,
    Standing standing,
    List<Integer> records) {

  /** How its moment is known. */
  public enum Basis {
    /** Enter was pressed then. */
    TYPED,
    /** The transcript says so. */
    TRANSCRIPT,
    /** The transcript has no time: it was read there then. */
    READ,
    /** The program showed then that it was so. */
    SHOWN
  }

  /** Whether the conversation goes on from it. */
  public enum Standing {
    CURRENT,
    /** The conversation went back behind it. */
    ABANDONED
  }

  public NumberedEntry {
    records = List.copyOf(records);
  }

  public boolean isMessage() {
    return step == 0;
  }

  /** Its position, as a person writes it: {@code 5}, or {@code 5.2} for a step. */
  public String number() {
    return isMessage() ? Integer.toString(message) : message + "." + step;
  }

  /** The same at another moment. */
  public NumberedEntry withAt(long moment) {
    return new NumberedEntry(message, step, prompt, outline, moment, basis, standing, records);
  }
}
