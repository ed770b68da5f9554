package dev.mantra.cli;

import dev.mantra.formats.journal.Annotations.Entry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "title",
    header = "Give a session a title.",
    description = "Gives a session a title; an empty one takes back what was given before.",
    footer = {"  mantra title last 'login fixed at last'", "  mantra title last ''"})
final class TitleCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(index = "0", paramLabel = "S", description = "The session.")
  private String session = "";

  @Parameters(index = "1..*", paramLabel = "TEXT", arity = "1..*", description = "The title.")
  private List<String> words = List.of();

  TitleCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    call.session(session).annotate(new Entry.Title(String.join(" ", words)));
    return ExitCode.OK.status();
  }
}
