package dev.mantra.indexer;

import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.derived.Piece;
import dev.mantra.formats.journal.SessionStamp;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the file of {@link KnownGrams} holds.
 *
 * @param version what sessions were seen through, and what told their lines
 * @param sessions by their ids
 */
record GramDirectory(String version, Map<String, Entry> sessions) {

  /** The version of this layout; to be raised also when the same text has other grams. */
  private static final int LAYOUT = 1;

  /**
   * What is known of a session.
   *
   * @param stamp how it looked then
   * @param grams where they are
   */
  record Entry(SessionStamp stamp, Piece grams) {}

  GramDirectory {
    sessions = Map.copyOf(sessions);
  }

  byte[] encode() {
    var out = new NumberWriter();
    out.number(LAYOUT).text(version).number(sessions.size());
    sessions.forEach((id, entry) -> out.text(id).stamp(entry.stamp()).piece(entry.grams()));
    return out.toArray();
  }

  /** The directory; empty when it is of another layout or not one at all. */
  static Optional<GramDirectory> decode(byte[] bytes) {
    try {
      var in = new NumberReader(ByteBuffer.wrap(bytes));
      if (in.number() != LAYOUT) {
        return Optional.empty();
      }
      var version = in.text();
      var sessions = new HashMap<String, Entry>();
      for (int left = in.smallNumber(); left > 0; left--) {
        var id = in.text();
        sessions.put(id, new Entry(in.sessionStamp(), in.piece()));
      }
      return Optional.of(new GramDirectory(version, sessions));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
