package dev.mantra.indexer;

import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.conversation.NumberedEntry.Standing;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.indexer.Passage.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What there is to be found in an entry: its lines, and facts about it. */
final class EntryText {

  private final List<String> texts = new ArrayList<>();
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  private final Set<String> files = new LinkedHashSet<>();
  private String tool = "";
  private String command = "";

  private EntryText() {}

  static EntryText of(Entry entry) {
    var text = new EntryText();
    entry.subAgent().ifPresent(_ -> text.traits.add(Trait.SUB_AGENT));
    entry.blocks().forEach(text::add);
    return text;
  }

  /** Texts of any number of lines. */
  List<String> texts() {
    return texts;
  }

  Passage.Said passage(NumberedEntry entry) {
    if (entry.standing() == Standing.ABANDONED) {
      traits.add(Trait.ABANDONED);
    }
    return new Passage.Said(
        entry.at(),
        entry.message(),
        entry.step(),
        entry.outline().kind(),
        traits,
        tool,
        command,
        List.copyOf(files));
  }

  private void add(Block block) {
    switch (block) {
      case Block.Text b -> texts.add(b.text());
      case Block.Call b -> call(b);
      case Block.Result b -> result(b);
      case Block.Edit b -> edit(b);
      case Block.Titled b -> texts.add(b.title());
      case Block.Image _ -> traits.add(Trait.IMAGE);
      case Block.Rewound _, Block.Began _ -> {}
    }
  }

  private void call(Block.Call call) {
    var arguments = CallArguments.of(call.input());
    tool = tool.isEmpty() ? call.name() : tool;
    command = command.isEmpty() ? arguments.command() : command;
    files.addAll(arguments.files());
    texts.add(call.name());
    texts.add(arguments.text());
  }

  private void result(Block.Result result) {
    if (result.exitCode().orElse(0) != 0) {
      traits.add(Trait.FAILED);
    }
    switch (result.outcome()) {
      case DONE -> {}
      case FAILED -> traits.add(Trait.FAILED);
      case REFUSED -> traits.add(Trait.REFUSED);
      case INTERRUPTED -> traits.add(Trait.INTERRUPTED);
    }
    texts.add(result.output());
  }

  private void edit(Block.Edit edit) {
    traits.add(Trait.EDITS);
    files.add(edit.path());
    texts.add(edit.path());
    edit.movedTo()
        .ifPresent(
            path -> {
              files.add(path);
              texts.add(path);
            });
    edit.patch().or(() -> whole(edit)).ifPresent(texts::add);
  }

  /** Where there is no patch, what the file became. */
  private static Optional<String> whole(Block.Edit edit) {
    return edit.after();
  }
}
