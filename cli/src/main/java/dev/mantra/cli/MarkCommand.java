package dev.mantra.cli;

import dev.mantra.formats.journal.Annotations.Entry;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "mark",
    header = "Mark a moment of a session.",
    description = {
      "Marks a position in a session, with a label or without. Inside a session that is being recorded"
          + " the session need not be named, and the position is now unless it is given; one word alone"
          + " is then the label.",
      "The player and the exports know the mark as a marker, and marker:LABEL is its position."
    },
    footer = {
      "  mantra mark 'tests green'                 now, inside a recorded session",
      "  mantra mark last --at 12:34 'the bug'     later, in any session",
      "  mantra play last --at 'marker:the bug'"
    })
final class MarkCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(
      paramLabel = "[S] [LABEL]",
      arity = "0..2",
      description = "The session, and what to call the moment.")
  private List<String> words = List.of();

  @Option(names = "--at", paramLabel = "P", description = "The position to mark.")
  private Optional<String> at = Optional.empty();

  MarkCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var here = call.settings().surroundingSession();
    boolean labelOnly = here.isPresent() && words.size() < 2;
    if (here.isEmpty() && words.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "cannot tell which session to mark: this is not inside one; name it, as in 'mantra mark last"
              + " --at 12:34 LABEL'");
    }
    var session = call.session(labelOnly ? here.orElseThrow() : words.getFirst());
    var label = words.isEmpty() || (words.size() == 1 && !labelOnly) ? "" : words.getLast();
    session.annotate(new Entry.Marked(position(session), label));
    return ExitCode.OK.status();
  }

  private long position(Session session) throws IOException {
    if (at.isPresent()) {
      var position = call.position(at.get());
      try (var open = OpenReplay.of(session, Coverage.ofSecrets(call), call)) {
        return open.resolve(position);
      }
    }
    if (!session.isBeingRecorded()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "cannot mark now in "
              + session.id()
              + ": it is over; say where with --at, as in --at 12:34");
    }
    var start = session.summary().header().startedAt();
    return Math.max(0, Duration.between(start, call.around().clock().instant()).toNanos());
  }
}
