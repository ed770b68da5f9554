package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "browse",
    header = "Look for a session, see it, and play it.",
    description = {
      "Lists sessions, the newest first, and searches while QUERY is typed, which is what search takes."
          + " Below the list are the conversation and the screen at the place that is chosen; Enter"
          + " plays from there, and q in the player comes back. Plain mantra at a terminal is the same.",
      "Keys: up and down (Ctrl-P, Ctrl-N), PgUp, PgDn, Home and End choose, Enter plays, Backspace,"
          + " Ctrl-W and Ctrl-U erase, Esc empties the query and then quits, Ctrl-C quits."
    },
    footer = {"  mantra browse", "  mantra browse websocket"})
final class BrowseCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to look for at first.")
  private List<String> words = List.of();

  BrowseCommand(Call call) {
    this.call = call;
  }

  /** Whether there is a terminal to browse at. */
  static boolean isPossible(Console console) {
    return console.isTerminal(Stream.IN) && console.isTerminal(Stream.OUT);
  }

  @Override
  public Integer call() throws IOException {
    if (!isPossible(call.console())) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "cannot browse: there is no terminal; 'mantra search' prints what it finds");
    }
    try (var index = new OpenIndex(call)) {
      index.update();
      return browse(index);
    }
  }

  private int browse(OpenIndex index) throws IOException {
    var coverage = Coverage.ofSecrets(call);
    var finder = new BrowseFinder(call, coverage, index);
    try (var previews = new BrowsePreviews(coverage, call.console())) {
      var browser = new Browser(finder, previews, new QueryLine(String.join(" ", words)));
      while (true) {
        Optional<BrowseTarget> chosen;
        int signal;
        try (var terminal = BrowseTerminal.open()) {
          chosen = browser.choose(terminal);
          signal = terminal.endedBy();
        }
        if (chosen.isEmpty()) {
          return signal == 0 ? ExitCode.OK.status() : 128 + signal;
        }
        var target = chosen.get();
        int status = PlayCommand.at(call, target.session().id().value(), target.position()).call();
        if (status != ExitCode.OK.status()) {
          return status;
        }
      }
    }
  }
}
