package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Entry.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the turns that were interrupted while the agent may have been replying. */
final class CutTurns {

  /** How interruptions are told of: by Claude Code, of Codex, and by Gemini CLI. */
  private static final List<String> NOTES =
      List.of(
          "[Request interrupted by user",
          "The turn was aborted: interrupted",
          "Request cancelled.");

  private final List<NumberedEntry> said;

  CutTurns(List<NumberedEntry> entries) {
    this.said =
        entries.stream()
            .filter(entry -> entry.outline().subAgent().isEmpty())
            .filter(entry -> entry.outline().kind().isSaid() || isNote(entry))
            .sorted(Comparator.comparingLong(NumberedEntry::at))
            .toList();
  }

  List<CutTurn> all() {
    return said.stream()
        .filter(CutTurns::isNote)
        .flatMap(
            note -> {
              var conversation =
                  said.stream().filter(entry -> entry.outline().isBeside(note.outline())).toList();
              return cut(conversation, conversation.indexOf(note)).stream();
            })
        .toList();
  }

  private static Optional<CutTurn> cut(List<NumberedEntry> conversation, int note) {
    if (note == 0 || isNote(conversation.get(note - 1)) || isAtWork(conversation.get(note - 1))) {
      return Optional.empty();
    }
    var interruption = conversation.get(note);
    var after = conversation.subList(note + 1, conversation.size());
    var replies = new ArrayList<Gist>();
    for (int i = note - 1; i >= 0 && isReply(conversation.get(i)); i--) {
      replies.add(conversation.get(i).outline().text());
    }
    // What was cut off may be written down a little later than the interruption.
    after.stream()
        .filter(CutTurns::isReply)
        .findFirst()
        .ifPresent(reply -> replies.add(reply.outline().text()));
    long until =
        after.stream()
            .filter(NumberedEntry::isMessage)
            .mapToLong(NumberedEntry::at)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    return Optional.of(
        new CutTurn(
            interruption.outline().agent(),
            interruption.outline().conversation(),
            conversation.get(note - 1).at(),
            interruption.at(),
            until,
            replies));
  }

  private static boolean isNote(NumberedEntry entry) {
    var outline = entry.outline();
    return outline.kind() == Kind.SYSTEM
        && NOTES.stream().anyMatch(note -> outline.text().head().startsWith(note));
  }

  private static boolean isReply(NumberedEntry entry) {
    return entry.outline().kind() == Kind.ASSISTANT;
  }

  /** Whether it was a call of a tool that was interrupted, and no reply. */
  private static boolean isAtWork(NumberedEntry entry) {
    var outcome = entry.outline().tool().outcome();
    return entry.outline().kind() == Kind.TOOL
        && (outcome.isEmpty()
            || outcome.get() == Outcome.INTERRUPTED
            || outcome.get() == Outcome.REFUSED);
  }
}
