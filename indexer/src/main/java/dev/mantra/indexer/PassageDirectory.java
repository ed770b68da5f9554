package dev.mantra.indexer;

import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.Session;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a file of passages holds.
 *
 * @param view what the session was read through
 * @param end where the journal's last frame ended that it was made from
 * @param stamp how the journal looked then from outside; empty while it was being recorded
 */
record PassageDirectory(
    String view, JournalPlace end, Optional<FileStamp> stamp, PassageList list) {

  /** The version of this layout; to be raised also when passages have other texts. */
  static final int LAYOUT = 2;

  /** Whether it was made of what is seen of a session now. */
  boolean isOf(Session session) {
    return view.equals(session.view().name());
  }

  byte[] encode() {
    var out = new NumberWriter();
    out.number(LAYOUT).text(view).place(end).stamp(stamp);
    list.write(out);
    return out.toArray();
  }

  /** The directory; empty when it is of another layout or not one at all. */
  static Optional<PassageDirectory> decode(byte[] bytes) {
    try {
      var in = new NumberReader(ByteBuffer.wrap(bytes));
      if (in.number() != LAYOUT) {
        return Optional.empty();
      }
      var view = in.text();
      var end = in.place();
      var stamp = in.optionalStamp();
      return Optional.of(new PassageDirectory(view, end, stamp, PassageList.read(in)));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
