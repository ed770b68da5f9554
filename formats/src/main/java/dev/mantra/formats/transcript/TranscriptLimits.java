package dev.mantra.formats.transcript;

/**
 * How much of a transcript is taken into memory at once.
 *
 * @param string bytes of one string in a record; what is longer is shortened
 * @param record bytes of one record whose strings were shortened; a longer one is not read
 */
public record TranscriptLimits(int string, int record) {

  /** For a process that has some hundred megabytes to itself. */
  public static final TranscriptLimits AMPLE = new TranscriptLimits(1 << 20, 32 << 20);

  /** For a recorder, which must stay small while others work. */
  public static final TranscriptLimits FRUGAL = new TranscriptLimits(256 << 10, 2 << 20);

  /** How deep a record may be nested: the agents' own go to about fifteen. */
  static final int DEPTH = 200;

  public TranscriptLimits {
    if (string < 16 || record < string) {
      throw new IllegalArgumentException("no limits: " + string + ", " + record);
    }
  }
}
