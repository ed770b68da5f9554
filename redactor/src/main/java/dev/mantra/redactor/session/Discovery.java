package dev.mantra.redactor.session;

/**
 * A secret that was found in a session, for lists: never its value.
 *
 * @param where in what it stands first
 * @param at when that was, in nanoseconds from the session's start
 * @param count in how many places it stands
 */
public record Discovery(Secret secret, Where where, long at, int count) {

  /** The parts of a session that secrets stand in. */
  public enum Where {
    HEADER,
    OUTPUT,
    INPUT,
    MESSAGE,
    FILE,
    NOTE
  }
}
