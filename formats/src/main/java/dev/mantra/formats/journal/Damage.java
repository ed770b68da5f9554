package dev.mantra.formats.journal;

/**
 * A place in a journal that is not as it was written.
 *
 * @param from byte in the journal's file where it begins
 * @param to byte where sound data goes on, or where the file ends
 * @param reason what is wrong, for a person to read
 */
public record Damage(long from, long to, String reason) {

  @Override
  public String toString() {
    return "bytes " + from + " to " + to + ": " + reason;
  }
}
