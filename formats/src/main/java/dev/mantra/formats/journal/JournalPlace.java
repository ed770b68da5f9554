package dev.mantra.formats.journal;

/**
 * A place between two events of a journal, to go on reading from later: see {@link
 * JournalReader#seek}.
 *
 * @param position where the next frame's document should begin in the file
 * @param sequence the next frame's number
 * @param chain the running hash over all frames before: what the next frame carries on from
 */
public record JournalPlace(long position, long sequence, long chain) {

  /** Before the session's header. */
  public static final JournalPlace START = new JournalPlace(0, 0, 0);

  public JournalPlace {
    if (position < 0 || sequence < 0 || sequence > JournalFormat.MAX_SEQUENCE + 1) {
      throw new IllegalArgumentException(
          "no journal has a place " + position + " with frame " + sequence);
    }
  }

  /** Behind a frame. */
  static JournalPlace behind(Frame frame) {
    return new JournalPlace(FrameReader.aligned(frame.end()), frame.sequence() + 1, frame.chain());
  }
}
