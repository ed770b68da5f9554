package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.KnownGrams;
import dev.mantra.indexer.PassageSource;
import dev.mantra.indexer.search.Index;
import dev.mantra.redactor.session.KnownSummaries;
import dev.mantra.redactor.session.Redactions;
import dev.mantra.replayer.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rm",
    header = "Delete sessions for good.",
    description = {
      "Deletes the sessions that are named, after asking. A session that is being recorded is never"
          + " deleted. When one name is wrong, nothing is deleted."
    },
    footer = {
      "  mantra rm last                    delete the last session",
      "  mantra rm --yes last~1 last~2     delete two more without being asked"
    })
final class RmCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", arity = "1..*", description = "The sessions.")
  private List<String> names = List.of();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  RmCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var doomed = new LinkedHashMap<String, Session>();
    for (var name : names) {
      var session = call.session(name);
      if (session.isBeingRecorded()) {
        throw new CommandFailure(
            ExitCode.NOTHING,
            "cannot delete " + session.id() + ": it is being recorded; end its program first");
      }
      doomed.put(session.id().value(), session);
    }
    if (!yes && !isConfirmed(doomed)) {
      call.console().notice("nothing was deleted");
      return ExitCode.NOTHING.status();
    }
    var cache = call.settings().cache();
    if (cache.isPresent()) {
      var ids = doomed.values().stream().map(Session::id).toList();
      Index.forget(cache.get(), ids);
      KnownGrams.forget(cache.get(), ids);
      KnownSummaries.forget(cache.get(), ids);
    }
    for (var session : doomed.values()) {
      // What was derived from it holds its text, too.
      if (cache.isPresent()) {
        Replay.forget(cache.get(), session.id());
        PassageSource.forget(cache.get(), session.id());
        Redactions.forget(cache.get(), session.id());
      }
      call.store().delete(session);
    }
    var contents = call.settings().contents();
    if (contents.isPresent()) {
      contents.get().sweep(this::references);
    }
    return ExitCode.OK.status();
  }

  /** The lists of all sessions that are left. */
  private List<Path> references() throws IOException {
    return call.store().sessions().stream().map(Session::contents).toList();
  }

  private boolean isConfirmed(Map<String, Session> doomed) throws IOException {
    var console = call.console();
    if (!console.isTerminal(Stream.IN) || !console.isTerminal(Stream.ERR)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "cannot ask whether to delete "
              + doomed.size()
              + " session(s): there is no terminal; give --yes");
    }
    var lines = new ArrayList<String>();
    for (var entry : SessionEntry.all(List.copyOf(doomed.values()), Coverage.ofSecrets(call))) {
      var what =
          entry
              .summary()
              .map(s -> " " + SessionText.agent(s) + " " + s.title().orElse(""))
              .orElse(" damaged");
      lines.add("  " + entry.session().id() + SafeText.of(what));
    }
    console.explain(String.join("\n", lines));
    var answer = console.ask("Delete for good? [y/N] ").orElse("").strip();
    return answer.toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
