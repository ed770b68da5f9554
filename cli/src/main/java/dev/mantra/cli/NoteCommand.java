package dev.mantra.cli;

import dev.mantra.formats.journal.Annotations.Entry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "note",
    header = "Add a remark to a session.",
    description = "Adds a remark to a session; 'mantra info' shows all of them.",
    footer = {"  mantra note last 'the second attempt is the one to look at'"})
final class NoteCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(index = "0", paramLabel = "S", description = "The session.")
  private String session = "";

  @Parameters(index = "1..*", paramLabel = "TEXT", arity = "1..*", description = "The remark.")
  private List<String> words = List.of();

  NoteCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var text = String.join(" ", words);
    if (text.isBlank()) {
      throw new CommandFailure(ExitCode.USAGE, "the remark is empty; say something");
    }
    call.session(session).annotate(new Entry.Noted(call.around().clock().instant(), text));
    return ExitCode.OK.status();
  }
}
