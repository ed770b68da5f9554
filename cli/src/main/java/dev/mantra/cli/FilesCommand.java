package dev.mantra.cli;

import dev.mantra.formats.workspace.WorkspaceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "files",
    header = "Show the files of the workspace at a position.",
    description = {
      "Lists what stood in a session's workspace at one moment, prints one of the files, or writes all"
          + " of them to a new folder. At a message means when the message was complete: --at 5 is what the"
          + " code was when message 5 had been said, with everything that anybody had changed by then.",
      "What was not captured is listed with the reason, and left out of a folder. Exit status 1 when"
          + " something is missing, or there is nothing at all.",
      "Where no files were captured, as in imported conversations, it is what agents tell of their own"
          + " changes, and says so.",
      "What looks like a secret in files is covered; with --reveal --force they are what they were."
    },
    footer = {
      "  mantra files last                              what there was at the end",
      "  mantra files last --at 5 --path src/main.c     one file, as it was at message 5",
      "  mantra files last --at 5 -o /tmp/at-5          all of them, in a new folder",
      "  mantra files last --at start --json | jq -r '.files[].path'"
    })
final class FilesCommand implements Callable<Integer> {

  private static final int MOST_NAMED = 20;

  private final Call call;

  @Parameters(paramLabel = "S", description = "The session.")
  private String session = "";

  @Option(
      names = "--at",
      paramLabel = "P",
      description = "The position; without it, the session's end.")
  private String at = "end";

  @Option(
      names = "--path",
      paramLabel = "F",
      description = "Print this file, whose path is relative to the workspace.")
  private Optional<String> path = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Write the files to this folder, which must be new or empty.")
  private Optional<String> output = Optional.empty();

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Option(names = "--force", description = "With --reveal, do not ask.")
  private boolean force;

  @Mixin private final Reveal reveal = new Reveal();

  FilesCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    if (path.isPresent() && output.isPresent()) {
      throw new CommandFailure(ExitCode.USAGE, "--path prints one file; leave it out, or -o");
    }
    var position = call.position(at);
    try (var open = OpenWorkspace.of(call.session(session), reveal.coverage(call, force), call)) {
      long nanos = open.resolve(position);
      var tree = open.history().at(nanos);
      if (path.isPresent()) {
        new PrintedFile(call.console(), open).print(tree, path.get());
        return ExitCode.OK.status();
      }
      if (output.isPresent()) {
        return write(call.path(output.get()), tree, open);
      }
      var listing = FileListing.of(tree, open, nanos);
      if (json) {
        Json.print(call.console(), listing::fields);
      } else {
        listing.printTo(call.console());
      }
      return (listing.isWhole() ? ExitCode.OK : ExitCode.NOTHING).status();
    }
  }

  private int write(Path folder, WorkspaceTree tree, OpenWorkspace open) throws IOException {
    var missing = TreeFolder.create(folder).write(tree, open.bodies());
    missing.stream()
        .limit(MOST_NAMED)
        .forEach(one -> call.console().notice(one.path().toUtf8() + " is not there: " + one.why()));
    if (missing.size() > MOST_NAMED) {
      call.console().notice("and " + (missing.size() - MOST_NAMED) + " more");
    }
    return (missing.isEmpty() ? ExitCode.OK : ExitCode.NOTHING).status();
  }
}
