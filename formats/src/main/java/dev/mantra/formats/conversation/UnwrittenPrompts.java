package dev.mantra.formats.conversation;

import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.conversation.Timing.Moment;
import dev.mantra.formats.conversation.TypedLine.Accuracy;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.Source;
import dev.mantra.formats.event.SessionHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The prompts that an agent was sent and that its transcript never got: it was at work, and was
 * interrupted or ended before it took them up.
 *
 * <p>What is typed in a shell is no prompt. So a line counts only between the beginning of a
 * conversation and the last thing said in it or, when the session is the agent's own, its end.
 */
final class UnwrittenPrompts {

  private final boolean isOwn;
  private final List<EntryTable.Row> told;
  private final List<Read> read;

  /** A prompt of a transcript that no line is known to be, and when it was read there. */
  private record Read(long at, PromptText text) {}

  /** A conversation of which an agent had the terminal for a while. */
  private record Stay(EntryOutline beginning, long from, long to) {
    boolean holds(long at) {
      return at >= from && at <= to;
    }
  }

  /**
   * @param told all that transcripts tell
   */
  UnwrittenPrompts(SessionHeader header, List<EntryTable.Row> told) {
    var program = SessionHeader.programOf(header.command());
    this.isOwn = told.stream().anyMatch(row -> row.outline().agent().equals(program));
    this.told =
        told.stream()
            .filter(row -> row.outline().subAgent().isEmpty())
            .sorted(Comparator.comparingLong(EntryTable.Row::order))
            .toList();
    this.read =
        this.told.stream()
            .filter(row -> row.outline().kind() == Kind.USER || row.outline().kind() == Kind.SYSTEM)
            .filter(row -> row.first().basis() != Basis.TYPED)
            .map(row -> new Read(row.outline().at(), new PromptText(row.outline().text())))
            .toList();
  }

  /** Those among the lines that no prompt of a transcript is known to be. */
  List<DerivedEntry> among(List<TypedLine> lines) {
    var stays = stays();
    return lines.stream()
        .filter(line -> isPrompt(line) && !isTold(line))
        .flatMap(line -> stay(stays, line.at()).map(stay -> prompt(line, stay)).stream())
        .toList();
  }

  private List<Stay> stays() {
    var stays = new ArrayList<Stay>();
    for (var row : told) {
      boolean begins = row.outline().marks().stream().anyMatch(Block.Began.class::isInstance);
      if (begins || stays.isEmpty()) {
        stays.add(new Stay(row.outline(), row.order(), row.order()));
      } else {
        var last = stays.removeLast();
        stays.add(new Stay(last.beginning, last.from, row.order()));
      }
    }
    if (isOwn && !stays.isEmpty()) {
      var last = stays.removeLast();
      stays.add(new Stay(last.beginning, last.from, Long.MAX_VALUE));
    }
    return stays;
  }

  private static Optional<Stay> stay(List<Stay> stays, long at) {
    return stays.reversed().stream().filter(stay -> stay.holds(at)).findFirst();
  }

  /** Commands of agents begin with a slash; short words are answers and choices. */
  private static boolean isPrompt(TypedLine line) {
    return line.accuracy() == Accuracy.EXACT
        && !line.text().startsWith("/")
        && !PromptText.of(line.text()).isShort();
  }

  /**
   * Agents may put several prompts together into one. That it was read later is sure; when it was
   * written goes by a clock that may have been set.
   */
  private boolean isTold(TypedLine line) {
    return read.stream()
        .anyMatch(prompt -> prompt.at() >= line.at() && prompt.text().holds(line.text()));
  }

  private static DerivedEntry prompt(TypedLine line, Stay stay) {
    return new DerivedEntry(
        EntryOutline.derived(
            line.at(),
            stay.beginning.agent(),
            stay.beginning.conversation(),
            Kind.USER,
            Source.TYPED,
            line.text(),
            ToolUse.NONE),
        new Moment(Math.max(0, line.at()), Basis.TYPED));
  }
}
