package dev.mantra.replayer;

import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.derived.Piece;
import dev.mantra.formats.journal.FileStamp;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of lines holds.
 *
 * @param made what from, and by what
 * @param stamp how the journal looked then from outside; empty while it was being recorded
 * @param blocks its blocks of lines, in order; see {@link LineBlock}
 */
record LineDirectory(Provenance made, Optional<FileStamp> stamp, List<Piece> blocks) {

  /** The version of this layout; to be raised also when other lines are collected. */
  static final int LAYOUT = 4;

  LineDirectory {
    blocks = List.copyOf(blocks);
  }

  byte[] encode() {
    var out = new NumberWriter();
    made.write(out);
    out.stamp(stamp).number(blocks.size());
    blocks.forEach(out::piece);
    return out.toArray();
  }

  /** The directory; empty when it is of another layout or not one at all. */
  static Optional<LineDirectory> decode(byte[] bytes) {
    try {
      var in = new NumberReader(ByteBuffer.wrap(bytes));
      var made = Provenance.read(in);
      if (made.layout() != LAYOUT) {
        return Optional.empty();
      }
      var stamp = in.optionalStamp();
      var blocks = new ArrayList<Piece>();
      for (int left = in.smallNumber(); left > 0; left--) {
        blocks.add(in.piece());
      }
      return Optional.of(new LineDirectory(made, stamp, blocks));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
