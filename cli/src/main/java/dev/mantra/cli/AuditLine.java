package dev.mantra.cli;

import dev.mantra.formats.conversation.Headline;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.redactor.session.Secret;
import dev.mantra.replayer.Messages;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that was sent to an agent, or that it did.
 *
 * @param text in a line
 * @param secrets what was covered in it, also in what came back
 */
record AuditLine(NumberedEntry entry, AuditAction action, String text, List<String> secrets) {

  AuditLine {
    secrets = List.copyOf(secrets);
  }

  /** Empty for what is neither. */
  static Optional<AuditLine> of(NumberedEntry entry, Messages messages) throws IOException {
    var outline = entry.outline();
    var action = AuditAction.of(outline.kind(), outline.tool().name());
    if (action.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AuditLine(
            entry, action.get(), Headline.of(outline), List.copyOf(secrets(messages.read(entry)))));
  }

  private static Set<String> secrets(Entry entry) {
    var found = new LinkedHashSet<String>();
    entry.blocks().stream()
        .flatMap(AuditLine::texts)
        .forEach(text -> found.addAll(Secret.labelsIn(text)));
    return found;
  }

  private static Stream<String> texts(Block block) {
    return switch (block) {
      case Block.Text b -> Stream.of(b.text());
      case Block.Call b -> Stream.of(b.input());
      case Block.Result b -> Stream.of(b.output());
      case Block.Edit b ->
          Stream.concat(
              Stream.of(b.path()),
              Stream.of(b.movedTo(), b.patch(), b.before(), b.after()).flatMap(Optional::stream));
      case Block.Titled b -> Stream.of(b.title());
      case Block.Image _, Block.Rewound _, Block.Began _ -> Stream.empty();
    };
  }
}
