package dev.mantra.replayer;

import dev.mantra.formats.conversation.ScreenEvidence;
import dev.mantra.formats.conversation.ShownReply;
import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.derived.Piece;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.replayer.FactList.Screens;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
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
 * @param seen see {@link CutReplies} and {@link SwallowedPrompts}
 */
record MessageDirectory(
    Provenance made,
    List<Piece> blocks,
    JournalPlace resume,
    int settled,
    Screens screens,
    long duration,
    Map<Integer, Long> drawn,
    ScreenEvidence seen) {

  /** The version of this layout; to be raised also when other facts or moments are found. */
  static final int LAYOUT = 5;

  MessageDirectory {
    blocks = List.copyOf(blocks);
    drawn = Map.copyOf(drawn);
  }

  byte[] encode() {
    var out = new NumberWriter();
    made.write(out);
    out.number(blocks.size());
    blocks.forEach(out::piece);
    out.place(resume).number(settled).text(screens.name()).number(duration).number(drawn.size());
    new TreeMap<>(drawn).forEach((record, at) -> out.number(record).number(at));
    out.number(seen.replies().size());
    for (var reply : seen.replies()) {
      out.number(reply.at()).text(reply.agent()).text(reply.conversation()).text(reply.text());
    }
    out.number(seen.swallowed().size());
    seen.swallowed().forEach(out::number);
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
      var replies = new ArrayList<ShownReply>();
      for (int left = in.smallNumber(); left > 0; left--) {
        replies.add(new ShownReply(in.number(), in.text(), in.text(), in.text()));
      }
      var swallowed = new HashSet<Long>();
      for (int left = in.smallNumber(); left > 0; left--) {
        swallowed.add(in.number());
      }
      var seen = new ScreenEvidence(replies, swallowed);
      return Optional.of(
          new MessageDirectory(made, blocks, resume, settled, screens, duration, drawn, seen));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
