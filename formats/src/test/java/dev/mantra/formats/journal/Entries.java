package dev.mantra.formats.journal;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Entries of every sort. */
final class Entries {

  private Entries() {}

  private record Told(Entry.Change change, Entry.Source source) {}

  static Entry saying(String text) {
    return entry("e1", Entry.Kind.ASSISTANT, List.of(new Block.Text(text)));
  }

  static Arbitrary<Entry> any() {
    return Combinators.combine(
            text(),
            Arbitraries.of(Entry.Kind.class),
            blocks().list().ofMaxSize(4),
            Combinators.combine(text(), text()).as(Entry.SubAgent::new).optional(),
            instants().optional(),
            text().optional(),
            Arbitraries.longs().greaterOrEqual(0),
            Combinators.combine(
                    Arbitraries.of(Entry.Change.class), Arbitraries.of(Entry.Source.class))
                .as(Told::new))
        .as(
            (id, kind, blocks, subAgent, time, model, number, told) ->
                new Entry(
                    "claude",
                    "c-1",
                    id,
                    told.change(),
                    subAgent,
                    kind,
                    told.source(),
                    time.map(at -> at.minusSeconds(1)),
                    time,
                    model,
                    new Usage(number, 0, number / 2, 7, 0),
                    blocks,
                    number,
                    model.map(file -> new Entry.Original(file, number, 12))));
  }

  private static Arbitrary<Block> blocks() {
    return Arbitraries.oneOf(
        text().map(Block.Text::new),
        Combinators.combine(text(), text(), text()).as(Block.Call::new),
        Combinators.combine(
                text(),
                Arbitraries.of(Block.Result.Outcome.class),
                text(),
                Arbitraries.integers().optional())
            .as(
                (call, outcome, output, code) ->
                    new Block.Result(
                        call,
                        outcome,
                        output,
                        code.map(OptionalInt::of).orElse(OptionalInt.empty()))),
        Combinators.combine(
                text(),
                Arbitraries.of(Block.Edit.Kind.class),
                text().optional(),
                text().optional(),
                text().optional(),
                text().optional())
            .as(Block.Edit::new),
        Combinators.combine(text(), Arbitraries.longs()).as(Block.Image::new),
        text().map(Block.Rewound::new),
        text().map(Block.Titled::new),
        Combinators.combine(text(), text(), text(), text().optional()).as(Block.Began::new));
  }

  private static Entry entry(String id, Entry.Kind kind, List<Block> blocks) {
    return new Entry(
        "claude",
        "c-1",
        id,
        Entry.Change.ADDED,
        Optional.empty(),
        kind,
        Entry.Source.TRANSCRIPT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Usage.NONE,
        blocks,
        0,
        Optional.empty());
  }

  private static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 4_000_000_000L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .withChars("a\"\\\n\t\u0000 \u001b{}")
        .withChars('\u00e9', '\u4e2d', '\ufffd')
        .ofMaxLength(20);
  }
}
