package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.workspace.GitPatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "diff",
    header = "Show what changed in the workspace between two positions.",
    description = {
      "Prints a unified diff that git apply takes, with renames, modes, links and binary files. Without"
          + " positions it is of the whole session; with one, from there to the end. What an earlier second"
          + " position gives is the way back.",
      "Whoever changed a file, it is here: the agent's tools, commands, formatters, a person's hand. What"
          + " git does not know, folders and most permission bits, is not. Exit status 1 when the content of"
          + " a file was not captured, so that its change is missing.",
      "What looks like a secret is covered; what --reveal --force gives applies there, too."
    },
    footer = {
      "  mantra diff last                          all that became of the code",
      "  mantra diff last 5 9 --stat               from message 5 to message 9, in short",
      "  mantra diff last 5 -- src README.md       only these, from message 5 on",
      "  mantra diff last --by message             what changed at which message",
      "  mantra diff last end 5 | git apply        back to how it was at message 5"
    })
final class DiffCommand implements Callable<Integer> {

  private final Call call;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "S [P1 [P2]] [-- PATH]",
      arity = "1..*",
      description =
          "The session, the positions, and behind -- the files or folders to show, relative to the"
              + " workspace.")
  private List<String> words = List.of();

  @Option(names = "--stat", description = "Print how many lines changed in each file.")
  private boolean stat;

  @Option(
      names = "--by",
      paramLabel = "message",
      description = "Print the changes of each message by themselves.")
  private By by = By.ALL;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  /** What is printed by itself. */
  enum By {
    ALL,
    MESSAGE
  }

  @Option(names = "--force", description = "With --reveal, do not ask.")
  private boolean force;

  @Mixin private final Reveal reveal = new Reveal();

  DiffCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    int paths = pathCount();
    var range = words.subList(0, words.size() - paths);
    if (range.isEmpty() || range.size() > 3) {
      throw new CommandFailure(
          ExitCode.USAGE, "name a session and at most two positions; paths stand behind --");
    }
    var from = call.position(range.size() > 1 ? range.get(1) : "start");
    var to = call.position(range.size() > 2 ? range.get(2) : "end");
    try (var open =
        OpenWorkspace.of(call.session(range.getFirst()), reveal.coverage(call, force), call)) {
      long first = open.resolve(from);
      long last = open.resolve(to);
      var wanted = wanted(open, paths);
      var sections =
          switch (by) {
            case ALL -> DiffSection.whole(open, first, last, wanted);
            case MESSAGE -> DiffSection.byMessage(open, first, last, wanted);
          };
      var patches = new GitPatch(open.bodies());
      int missing =
          json
              ? DiffJson.print(call.console(), open, first, last, sections, patches)
              : stat
                  ? new DiffStat(call.console()).print(sections, patches)
                  : new DiffText(call.console()).print(sections, patches);
      return (missing == 0 ? ExitCode.OK : ExitCode.NOTHING).status();
    }
  }

  private List<Bytes> wanted(OpenWorkspace open, int paths) {
    var wanted = new ArrayList<Bytes>();
    for (var path : words.subList(words.size() - paths, words.size())) {
      wanted.add(open.path(path));
    }
    return wanted;
  }

  /** How many of the words stand behind {@code --}, which picocli does not tell. */
  private int pathCount() {
    var all = Objects.requireNonNull(spec).root().commandLine().getParseResult().originalArgs();
    int mark = all.indexOf("--");
    return mark < 0 ? 0 : all.size() - mark - 1;
  }
}
