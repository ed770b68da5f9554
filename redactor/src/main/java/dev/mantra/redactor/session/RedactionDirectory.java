package dev.mantra.redactor.session;

import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.derived.Piece;
import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.JournalPlace;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a file with a redaction holds, and what that is good for.
 *
 * @param rules the version of the rules that were gone by
 * @param said a hash of what was known of the session beside its journal: what people had said
 *     about it by then, and known values
 * @param end where the journal ended
 * @param stamp how the journal looked then from outside; empty while it was being recorded
 * @param content the redaction itself
 */
record RedactionDirectory(
    String rules, String said, JournalPlace end, Optional<FileStamp> stamp, Piece content) {

  /** The version of this layout. */
  private static final int LAYOUT = 2;

  byte[] encode() {
    var out = new NumberWriter();
    out.number(LAYOUT).text(rules).text(said).place(end).stamp(stamp).piece(content);
    return out.toArray();
  }

  /** The directory; empty when it is of another layout or not one at all. */
  static Optional<RedactionDirectory> decode(byte[] bytes) {
    try {
      var in = new NumberReader(ByteBuffer.wrap(bytes));
      if (in.smallNumber() != LAYOUT) {
        return Optional.empty();
      }
      return Optional.of(
          new RedactionDirectory(in.text(), in.text(), in.place(), in.optionalStamp(), in.piece()));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
