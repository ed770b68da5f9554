package dev.mantra.replayer;

import dev.mantra.formats.conversation.ShownReply;
import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.derived.Piece;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.replayer.FactList.Screens;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a file of messages holds.
 *
 * @param made what from, and by what
 * @param blocks its blocks of facts, in order
 * @param resume see {@link FactList}
 * @param duration how long the session was
 * @param drawn see {@link DrawnMoments}
 * @param shown see {@link CutReplies}
 */
record MessageDirectory(
    Provenance made,
    List<Piece> blocks,
    JournalPlace resume,
    int settled,
    Screens screens,
    long duration,
    Map<Integer, Long> drawn,
    List<ShownReply> shown) {

  /** The version of this layout; to be raised also when other facts or moments are found. */
  static final int LAYOUT = 4;

  MessageDirectory {
    blocks = List.copyOf(blocks);
    drawn = Map.copyOf(drawn);
    shown = List.copyOf(shown);
  }

  byte[] encode() {
    var out = new NumberWriter();
    made.write(out);
    out.number(blocks.size());
    blocks.forEach(out::piece);
    out.place(resume).number(settled).text(screens.name()).number(duration).number(drawn.size());
    new TreeMap<>(drawn).forEach((record, at) -> out.number(record).number(at));
    out.number(shown.size());
    for (var reply : shown) {
      out.number(reply.at()).text(reply.agent()).text(reply.conversation()).text(reply.text());
    }
    return out.toArray();
  }

  /** The directory; empty when it is of another layout or not one at all. */
  static Optional<MessageDirectory> decode(byte[] bytes) {
    try {
      var in = new NumberReader(ByteBuffer.wrap(bytes));
      var made = Provenance.read(in);
      if (made.layout() != LAYOUT) {
        return Optional.empty();
      }
      var blocks = new ArrayList<Piece>();
      for (int left = in.smallNumber(); left > 0; left--) {
        blocks.add(in.piece());
      }
      var resume = in.place();
      int settled = in.smallNumber();
      var screens = Screens.valueOf(in.text());
      long duration = in.number();
      var drawn = new TreeMap<Integer, Long>();
      for (int left = in.smallNumber(); left > 0; left--) {
        drawn.put(in.smallNumber(), in.number());
      }
      var shown = new ArrayList<ShownReply>();
      for (int left = in.smallNumber(); left > 0; left--) {
        shown.add(new ShownReply(in.number(), in.text(), in.text(), in.text()));
      }
      return Optional.of(
          new MessageDirectory(made, blocks, resume, settled, screens, duration, drawn, shown));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
