package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.formats.conversation.Headline;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.conversation.NumberedEntry.Standing;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.replayer.Replay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whole messages and steps for people: what was said, what tools were given, and what they gave.
 */
final class FullMessages {

  private static final String INDENT = "    ";
  private static final String TAB = "    ";

  private final Console console;
  private final Replay replay;
  private final Call call;

  FullMessages(Call call, Replay replay) {
    this.call = call;
    this.console = call.console();
    this.replay = replay;
  }

  void print(List<NumberedEntry> entries) throws IOException {
    boolean isFirst = true;
    for (var numbered : entries) {
      if (!isFirst) {
        console.print("");
      }
      isFirst = false;
      var entry = replay.messages().read(numbered);
      console.print(heading(numbered, entry));
      entry.blocks().forEach(block -> print(block, numbered));
      if (entry.omitted() > 0) {
        note(entry.omitted() + " characters were left out when this was recorded");
      }
    }
  }

  private String heading(NumberedEntry numbered, Entry entry) {
    var words = new ArrayList<String>();
    words.add(MessageKinds.word(entry.kind()));
    words.add(PositionGrammar.format(numbered.at()));
    words.add(
        SessionText.localTime(
            replay.header().startedAt().plusNanos(numbered.at()), call.around().zone().get()));
    entry.model().ifPresent(words::add);
    entry.subAgent().ifPresent(from -> words.add("sub-agent " + from.id()));
    if (numbered.standing() == Standing.ABANDONED) {
      words.add("abandoned");
    }
    Headline.fate(numbered.outline()).ifPresent(words::add);
    return console.styled(Style.CYAN, numbered.number())
        + "  "
        + console.styled(Style.BOLD, SafeText.of(String.join(" · ", words)));
  }

  private void print(Block block, NumberedEntry numbered) {
    switch (block) {
      case Block.Text b -> lines(b.text(), "");
      case Block.Call b -> {
        note(b.name());
        lines(b.input(), INDENT);
      }
      case Block.Result b -> {
        note(Headline.failure(numbered.outline().tool()).orElse("gave"));
        lines(b.output(), INDENT);
      }
      case Block.Edit b -> {
        note(
            b.kind().name().toLowerCase(Locale.ROOT)
                + " "
                + b.path()
                + b.movedTo().map(to -> " to " + to).orElse(""));
        b.patch().ifPresent(patch -> lines(patch, INDENT));
      }
      case Block.Image _, Block.Rewound _, Block.Titled _, Block.Began _ ->
          note(Headline.of(block));
    }
  }

  private void note(String text) {
    console.print(console.styled(Style.DIM, SafeText.of(text)));
  }

  private void lines(String text, String indent) {
    text.lines().forEach(line -> console.print(indent + SafeText.of(line.replace("\t", TAB))));
  }
}
