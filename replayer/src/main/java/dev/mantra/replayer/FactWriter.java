package dev.mantra.replayer;

import dev.mantra.formats.conversation.EntryOutline;
import dev.mantra.formats.conversation.Fact;
import dev.mantra.formats.conversation.Gist;
import dev.mantra.formats.conversation.ShellMark;
import dev.mantra.formats.conversation.ToolUse;
import dev.mantra.formats.conversation.TypedLine;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Writes facts for {@link FactReader}. */
final class FactWriter {

  static final int TYPED = 0;
  static final int ENTRY = 1;
  static final int MARK = 2;

  static final int IMAGE = 1;
  static final int REWOUND = 2;
  static final int TITLED = 3;
  static final int BEGAN = 4;
  static final int EDIT = 5;

  private final NumberWriter out = new NumberWriter();

  FactWriter write(Fact fact) {
    switch (fact) {
      case TypedLine line ->
          out.number(TYPED).number(line.at()).text(line.text()).text(line.accuracy().name());
      case ShellMark mark -> write(mark);
      case EntryOutline entry -> write(entry);
    }
    return this;
  }

  FactWriter write(Spot spot) {
    out.place(spot.place()).number(spot.before());
    return this;
  }

  byte[] toArray() {
    return out.toArray();
  }

  private void write(ShellMark mark) {
    out.number(MARK).number(mark.at()).text(mark.kind().name()).text(mark.command());
    write(mark.status());
  }

  private void write(OptionalInt status) {
    out.number(status.isPresent() ? 1 : 0).difference(status.orElse(0));
  }

  private void write(EntryOutline entry) {
    out.number(ENTRY)
        .number(entry.at())
        .text(entry.agent())
        .text(entry.conversation())
        .text(entry.id())
        .text(entry.change().name())
        .text(entry.kind().name())
        .text(entry.source().name());
    optional(entry.subAgent(), from -> out.text(from.id()).text(from.call()));
    optional(entry.time(), this::write);
    optional(entry.model(), out::text);
    write(entry.usage());
    write(entry.text());
    write(entry.tool());
    write(entry.marks());
  }

  private void write(Instant time) {
    out.difference(time.getEpochSecond()).number(time.getNano());
  }

  private void write(Usage usage) {
    out.number(usage.input())
        .number(usage.cacheRead())
        .number(usage.cacheWrite())
        .number(usage.output())
        .number(usage.thinking());
  }

  private void write(Gist text) {
    out.number(text.length()).text(text.head());
    if (!text.isWhole()) {
      out.text(text.tail());
    }
  }

  private void write(ToolUse tool) {
    out.text(tool.name()).number(tool.files());
    optional(tool.outcome(), outcome -> out.text(outcome.name()));
    write(tool.exitCode());
  }

  private void write(List<Block> marks) {
    out.number(marks.size());
    for (var mark : marks) {
      switch (mark) {
        case Block.Image b -> out.number(IMAGE).text(b.mediaType()).number(b.length());
        case Block.Rewound b -> out.number(REWOUND).text(b.last());
        case Block.Titled b -> out.number(TITLED).text(b.title());
        case Block.Began b -> {
          out.number(BEGAN).text(b.transcript()).text(b.folder()).text(b.version());
          optional(b.forkedFrom(), out::text);
        }
        case Block.Edit b -> {
          out.number(EDIT).text(b.path()).text(b.kind().name());
          optional(b.movedTo(), out::text);
        }
        case Block.Text _, Block.Call _, Block.Result _ ->
            throw new IllegalArgumentException("no mark: " + mark);
      }
    }
  }

  private <T> void optional(Optional<T> value, Consumer<T> writer) {
    out.number(value.isPresent() ? 1 : 0);
    value.ifPresent(writer);
  }
}
