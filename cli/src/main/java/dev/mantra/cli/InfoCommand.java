package dev.mantra.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "info",
    header = "Show everything about one session.",
    description = {
      "Shows how a session began and ended, what it holds, what is missing in it and why, and what was"
          + " said about it later. The whole session is read and checked for that. What looks like a"
          + " secret is covered."
    },
    footer = {
      "  mantra info last                  the last session",
      "  mantra info 20261121T0248         the one whose id begins like this",
      "  mantra info last --json           for programs"
    })
final class InfoCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", description = "The session.")
  private String session = "";

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Option(names = "--force", description = "With --reveal, do not ask.")
  private boolean force;

  @Mixin private final Reveal reveal = new Reveal();

  InfoCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var contents = SessionContents.read(reveal.coverage(call, force).of(call.session(session)));
    if (json) {
      Json.print(call.console(), out -> InfoJson.fields(out, contents));
    } else {
      new InfoText(contents, call).print();
    }
    return ExitCode.OK.status();
  }
}
