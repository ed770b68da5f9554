package dev.mantra.terminal;

/**
 * A line that a user could read on the screen.
 *
 * @param number counts the lines in the order in which they were first seen
 * @param text the whole line: what was soft-wrapped, or wrapped in a box, is joined, and borders
 *     are left out
 * @param firstSeen when it was first seen, in the nanoseconds that came with the bytes
 * @param lastSeen when it was last seen
 */
public record DisplayedLine(long number, String text, long firstSeen, long lastSeen, Place place) {
  /** Where the line was seen last. */
  public enum Place {
    /** On the main screen, or in its scrollback. */
    MAIN,
    /** On the alternate screen. */
    ALTERNATE,
    /** It scrolled out of a region of the main screen, so the scrollback does not have it. */
    SCROLL_REGION,
    /** On the main screen, where it was cleared or overwritten. */
    WIPED
  }
}
