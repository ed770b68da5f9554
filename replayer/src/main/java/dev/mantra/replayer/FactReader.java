package dev.mantra.replayer;

import dev.mantra.formats.conversation.EntryOutline;
import dev.mantra.formats.conversation.Fact;
import dev.mantra.formats.conversation.Gist;
import dev.mantra.formats.conversation.ShellMark;
import dev.mantra.formats.conversation.ToolUse;
import dev.mantra.formats.conversation.TypedLine;
import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.Source;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.Usage;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Reads what {@link FactWriter} wrote; what is not such is an {@link IllegalArgumentException}. */
final class FactReader {

  private final ByteBuffer bytes;
  private final NumberReader in;

  FactReader(byte[] block) {
    this.bytes = ByteBuffer.wrap(block);
    this.in = new NumberReader(bytes);
  }

  boolean hasNext() {
    return bytes.hasRemaining();
  }

  Fact fact() {
    return switch (in.smallNumber()) {
      case FactWriter.TYPED ->
          new TypedLine(in.number(), in.text(), TypedLine.Accuracy.valueOf(in.text()));
      case FactWriter.MARK ->
          new ShellMark(in.number(), ShellMark.Kind.valueOf(in.text()), in.text(), status());
      case FactWriter.ENTRY -> entry();
      default -> throw new IllegalArgumentException("no fact");
    };
  }

  Spot spot() {
    return new Spot(in.place(), in.smallNumber());
  }

  private EntryOutline entry() {
    long at = in.number();
    var agent = in.text();
    var conversation = in.text();
    var id = in.text();
    var change = Change.valueOf(in.text());
    var kind = Kind.valueOf(in.text());
    var source = Source.valueOf(in.text());
    return new EntryOutline(
        at,
        agent,
        conversation,
        id,
        change,
        optional(() -> new SubAgent(in.text(), in.text())),
        kind,
        source,
        optional(() -> Instant.ofEpochSecond(in.difference(), in.number())),
        optional(in::text),
        new Usage(in.number(), in.number(), in.number(), in.number(), in.number()),
        gist(),
        tool(),
        marks());
  }

  private Gist gist() {
    long length = in.number();
    var head = in.text();
    return new Gist(head, head.length() == length ? head : in.text(), length);
  }

  private ToolUse tool() {
    var name = in.text();
    int files = in.smallNumber();
    var outcome = optional(() -> Outcome.valueOf(in.text()));
    return new ToolUse(name, outcome, status(), files);
  }

  private OptionalInt status() {
    boolean isThere = in.number() != 0;
    int status = (int) in.difference();
    return isThere ? OptionalInt.of(status) : OptionalInt.empty();
  }

  private List<Block> marks() {
    var marks = new ArrayList<Block>();
    for (int left = in.smallNumber(); left > 0; left--) {
      marks.add(
          switch (in.smallNumber()) {
            case FactWriter.IMAGE -> new Block.Image(in.text(), in.number());
            case FactWriter.REWOUND -> new Block.Rewound(in.text());
            case FactWriter.TITLED -> new Block.Titled(in.text());
            case FactWriter.BEGAN ->
                new Block.Began(in.text(), in.text(), in.text(), optional(in::text));
            case FactWriter.EDIT ->
                new Block.Edit(
                    in.text(),
                    Block.Edit.Kind.valueOf(in.text()),
                    optional(in::text),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            default -> throw new IllegalArgumentException("no mark");
          });
    }
    return marks;
  }

  private <T> Optional<T> optional(Supplier<T> reader) {
    return in.number() == 0 ? Optional.empty() : Optional.of(reader.get());
  }
}
