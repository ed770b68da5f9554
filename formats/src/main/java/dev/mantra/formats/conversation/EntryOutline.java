package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.Source;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What is kept of an entry: enough to number and to list it. See {@link Entry}.
 *
 * @param at when it was read in the transcript, in nanoseconds since the session's start
 * @param text what is said in it; of a call of a tool, what it is about
 * @param marks its blocks that are small: pictures, titles, beginnings and rewinds; and which files
 *     were changed, without how
 */
public record EntryOutline(
    long at,
    String agent,
    String conversation,
    String id,
    Change change,
    Optional<SubAgent> subAgent,
    Kind kind,
    Source source,
    Optional<Instant> time,
    Optional<String> model,
    Usage usage,
    Gist text,
    ToolUse tool,
    List<Block> marks)
    implements Fact {

  private static final int MOST_MARKS = 16;

  public EntryOutline {
    marks = List.copyOf(marks);
  }

  public static EntryOutline of(Event.Message message) {
    var entry = message.entry();
    var tool = ToolUse.NONE;
    var call = "";
    var result = "";
    var marks = new ArrayList<Block>();
    for (var block : entry.blocks()) {
      switch (block) {
        case Block.Text _ -> {}
        case Block.Call b -> {
          tool = tool.plus(new ToolUse(b.name(), Optional.empty(), OptionalInt.empty(), 0));
          call = call.isEmpty() ? CallGist.of(b.input()) : call;
        }
        case Block.Result b -> {
          tool = tool.plus(new ToolUse("", Optional.of(b.outcome()), b.exitCode(), 0));
          result = result.isEmpty() ? b.output() : result;
        }
        case Block.Edit b -> {
          tool = tool.plus(new ToolUse("", Optional.empty(), OptionalInt.empty(), 1));
          if (entry.kind() == Kind.FILES && result.isEmpty()) {
            result = ObservedFiles.text(b);
          }
          if (marks.size() < MOST_MARKS) {
            marks.add(bare(b));
          }
        }
        case Block.Image _, Block.Rewound _, Block.Titled _, Block.Began _ -> {
          if (marks.size() < MOST_MARKS) {
            marks.add(block);
          }
        }
      }
    }
    var said = entry.text();
    return new EntryOutline(
        message.at(),
        entry.agent(),
        entry.conversation(),
        entry.id(),
        entry.change(),
        entry.subAgent(),
        entry.kind(),
        entry.source(),
        entry.time(),
        entry.model(),
        entry.usage(),
        Gist.of(!said.isEmpty() ? said : !call.isEmpty() ? call : result),
        tool,
        marks);
  }

  /** A message that no entry has; so all of its text is kept here. */
  static EntryOutline derived(
      long at,
      String agent,
      String conversation,
      Kind kind,
      Source source,
      String text,
      ToolUse tool) {
    return new EntryOutline(
        at,
        agent,
        conversation,
        "",
        Change.ADDED,
        Optional.empty(),
        kind,
        source,
        Optional.empty(),
        Optional.empty(),
        Usage.NONE,
        new Gist(text, text, text.length()),
        tool,
        List.of());
  }

  private static Block.Edit bare(Block.Edit edit) {
    return new Block.Edit(
        edit.path(),
        edit.kind(),
        edit.movedTo(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it is of the same conversation with the same agent. */
  boolean isBeside(EntryOutline other) {
    return agent.equals(other.agent) && conversation.equals(other.conversation);
  }

  /** Whether it was typed for an agent that has not written it down. */
  boolean isUnwrittenPrompt() {
    return source == Source.TYPED && !agent.isEmpty();
  }

  /** Whether it is counted as a message: see {@link Entry#isMessage}. */
  public boolean isMessage() {
    return Entry.isMessage(subAgent, kind);
  }

  /** This entry after another one with its id has come; what sort of entry it is stays. */
  EntryOutline then(EntryOutline later) {
    boolean isMore = later.change == Change.EXTENDED;
    // What a call is about says more than what came of it.
    boolean isResult = isMore && !text.isEmpty() && later.tool.outcome().isPresent();
    return new EntryOutline(
        at,
        agent,
        conversation,
        id,
        change,
        subAgent,
        kind,
        source,
        later.time.or(() -> time),
        later.model.or(() -> model),
        isMore ? usage.plus(later.usage) : later.usage,
        isResult ? text : isMore ? text.plus(later.text) : later.text,
        isMore ? tool.plus(later.tool) : later.tool,
        isMore
            ? Stream.concat(marks.stream(), later.marks.stream()).limit(MOST_MARKS).toList()
            : later.marks);
  }
}
