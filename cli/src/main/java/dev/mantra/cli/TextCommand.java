package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.terminal.DisplayedLine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "text",
    header = "Print every line that was displayed.",
    description = {
      "Prints each line that could be read on the recorded terminal, once, in the order in which they"
          + " appeared: also those of full-screen programs, and what was cleared or overwritten later."
          + " Wrapped lines are whole again. What looks like a secret is covered.",
      "What flashed by for less than a fifth of a second, as the states of a spinner do, is left out."
    },
    footer = {
      "  mantra text last | less                     read a session",
      "  mantra text last --times                    with the time of each line, for play --at",
      "  mantra text last --from 12:00 --to 13:00    what was on the screen in that minute",
      "  mantra text last --json | jq -r 'select(.place == \"wiped\").text'"
    })
final class TextCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", description = "The session.")
  private String session = "";

  @Option(names = "--times", description = "Begin each line with when it was first seen.")
  private boolean times;

  @Option(names = "--from", paramLabel = "P", description = "Leave out what was gone before P.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "P", description = "Leave out what came after P.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--json", description = "Print JSON, for programs: an object a line.")
  private boolean json;

  @Option(names = "--force", description = "With --reveal, do not ask.")
  private boolean force;

  @Mixin private final Reveal reveal = new Reveal();

  TextCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var start = call.position(from.orElse("start"));
    var end = call.position(to.orElse("end"));
    try (var open = OpenReplay.of(call.session(session), reveal.coverage(call, force), call)) {
      long first = open.resolve(start);
      long last = open.resolve(end);
      if (last < first) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "--from " + from.orElse("start") + " is behind --to " + to.orElse("end"));
      }
      int width = PositionGrammar.format(open.replay().duration()).length() + ".000".length();
      var out = new BufferedOutputStream(call.console().data(), 1 << 16);
      for (var line : open.replay().lines()) {
        if (line.lastSeen() >= first && line.firstSeen() <= last) {
          out.write((shown(line, width) + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      out.flush();
    }
    return ExitCode.OK.status();
  }

  private String shown(DisplayedLine line, int width) throws IOException {
    if (json) {
      return Json.line(out -> LineJson.fields(out, line));
    }
    // A file gets what was displayed; a terminal must not be driven or misled by it.
    var text = call.console().isTerminal(Stream.OUT) ? SafeText.of(line.text()) : line.text();
    if (!times) {
      return text;
    }
    var time = PositionGrammar.format(line.firstSeen());
    return time + " ".repeat(Math.max(1, width + 2 - time.length())) + text;
  }
}
