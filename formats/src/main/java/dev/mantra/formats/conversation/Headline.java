package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Entry.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry in a few words, for lists: the first line of what was said, or what a tool was called
 * for. It may hold anything that was recorded.
 */
public final class Headline {

  private Headline() {}

  public static String of(EntryOutline entry) {
    var line = firstLine(entry.text().head());
    if (entry.kind() == Kind.FILES && entry.tool().files() > 1) {
      return line + ", and " + (entry.tool().files() - 1) + " more";
    }
    if (line.isEmpty() && !entry.marks().isEmpty()) {
      line = of(entry.marks().getFirst());
    }
    var tool = entry.tool();
    if (!tool.name().isEmpty()) {
      line = line.isEmpty() ? tool.name() : tool.name() + " " + line;
    }
    return line;
  }

  /** How a call of a tool ended, when it did not end well. */
  public static Optional<String> failure(ToolUse tool) {
    var failed = tool.outcome().filter(outcome -> outcome != Outcome.DONE);
    int status = tool.exitCode().orElse(0);
    if (failed.isEmpty() && status == 0) {
      return Optional.empty();
    }
    var word = failed.orElse(Outcome.FAILED).name().toLowerCase(Locale.ROOT);
    return Optional.of(status == 0 ? word : word + " with status " + status);
  }

  /** What became of a message that the agent's transcript does not have. */
  public static Optional<String> fate(EntryOutline entry) {
    if (entry.agent().isEmpty()) {
      return Optional.empty();
    }
    return switch (entry.source()) {
      case TYPED -> Optional.of("never taken up");
      case SHOWN -> Optional.of("cut off");
      case TRANSCRIPT, PROMPT_LOG, OBSERVED -> Optional.empty();
    };
  }

  /** A part of an entry that is told in a few words; empty for one that is a text of its own. */
  public static String of(Block mark) {
    return switch (mark) {
      case Block.Began b -> "the conversation begins" + in(b.folder());
      case Block.Rewound _ -> "the conversation went back";
      case Block.Titled b -> "the conversation is called: " + b.title();
      case Block.Image b -> "a picture, " + b.mediaType() + " of " + b.length() + " bytes";
      case Block.Text _, Block.Call _, Block.Result _, Block.Edit _ -> "";
    };
  }

  private static String in(String folder) {
    return folder.isEmpty() ? "" : " in " + folder;
  }

  private static String firstLine(String text) {
    var stripped = text.strip();
    int end = stripped.indexOf('\n');
    return end < 0 ? stripped : stripped.substring(0, end).stripTrailing();
  }
}
