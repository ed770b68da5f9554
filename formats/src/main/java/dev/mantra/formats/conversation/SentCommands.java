package dev.mantra.formats.conversation;

import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.conversation.Timing.Moment;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The prompts of a program that writes no transcript: the command lines that a shell says it took,
 * with their exit status; where no shell says so, every line that was sent with Enter.
 */
final class SentCommands {

  private record Command(long at, Basis basis, String text, OptionalInt status) {}

  private final List<TypedLine> lines = new ArrayList<>();
  private final List<Command> taken = new ArrayList<>();

  /** How many lines had been typed when the shell began to wait for this one. */
  private int before;

  void typed(TypedLine line) {
    lines.add(line);
  }

  void marked(ShellMark mark) {
    switch (mark.kind()) {
      case INPUT -> before = lines.size();
      case ACCEPTED -> taken.add(command(mark));
      case ENDED -> {
        if (!taken.isEmpty() && taken.getLast().status().isEmpty()) {
          var last = taken.removeLast();
          taken.add(new Command(last.at(), last.basis(), last.text(), mark.status()));
        }
      }
    }
  }

  private Command command(ShellMark mark) {
    var typed = lines.subList(before, lines.size());
    var text =
        mark.command().isEmpty()
            ? typed.stream().map(TypedLine::text).collect(Collectors.joining("\n"))
            : mark.command();
    before = lines.size();
    return typed.isEmpty()
        ? new Command(mark.at(), Basis.SHOWN, text, OptionalInt.empty())
        : new Command(typed.getLast().at(), Basis.TYPED, text, OptionalInt.empty());
  }

  List<DerivedEntry> prompts() {
    return taken.isEmpty()
        ? prompts(
            lines.stream()
                .filter(line -> !line.text().isBlank())
                .map(line -> new Command(line.at(), Basis.TYPED, line.text(), OptionalInt.empty())),
            Source.TYPED)
        : prompts(taken.stream(), Source.SHOWN);
  }

  private static List<DerivedEntry> prompts(Stream<Command> commands, Source source) {
    return commands
        .map(
            command ->
                new DerivedEntry(
                    outline(command, source),
                    new Moment(Math.max(0, command.at()), command.basis())))
        .toList();
  }

  private static EntryOutline outline(Command command, Source source) {
    return EntryOutline.derived(
        command.at(), "", "", Kind.USER, source, command.text(), tool(command.status()));
  }

  private static ToolUse tool(OptionalInt status) {
    if (status.isEmpty()) {
      return ToolUse.NONE;
    }
    var outcome = status.getAsInt() == 0 ? Outcome.DONE : Outcome.FAILED;
    return new ToolUse("", Optional.of(outcome), status, 0);
  }
}
