package dev.mantra.replayer.export;

import dev.mantra.formats.conversation.Headline;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.replayer.EscapedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An entry as one text, for formats that have one place for it. */
final class EntryText {

  private EntryText() {}

  /** What was said or, where nothing was, what a tool was given; else what it is in a few words. */
  static String of(Entry entry) {
    var said = entry.text();
    if (!said.isEmpty()) {
      return said;
    }
    for (var block : entry.blocks()) {
      if (block instanceof Block.Call call) {
        return call.input();
      }
    }
    return entry.blocks().stream()
        .map(Headline::of)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The paths of the files that it changed; of one that was renamed, both. Each is a line. */
  static List<String> files(Entry entry) {
    var paths = new ArrayList<String>();
    for (var block : entry.blocks()) {
      if (block instanceof Block.Edit edit) {
        paths.add(EscapedText.line(edit.path()));
        edit.movedTo().map(EscapedText::line).ifPresent(paths::add);
      }
    }
    return paths;
  }
}
