package dev.mantra.replayer.play;

/**
 * A place in a session that one may want to go to.
 *
 * @param at when it is, in nanoseconds since the start
 * @param label what it is called, in a few words; it may hold anything
 * @param text what was said there, as long as it is; may be empty, and may hold anything
 */
public record Landmark(long at, Kind kind, String label, String text) {

  /** What stands there. */
  public enum Kind {
    MARKER("marker"),
    MESSAGE("message"),
    /** A message that a person typed. */
    PROMPT("prompt");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What a person calls it. */
    public String word() {
      return word;
    }
  }
}
