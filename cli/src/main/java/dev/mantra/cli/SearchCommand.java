package dev.mantra.cli;

import dev.mantra.cli.PlainArguments.Words;
import dev.mantra.indexer.search.SearchResult;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = SearchCommand.NAME,
    header = "Find sessions by what was said, displayed or done.",
    description = {
      "Finds sessions and the places in them, the best first. QUERY is words, all of which must be in a"
          + " session; \"a phrase\"; a beginning, as auth*; OR, NOT or -, and parentheses. Identifiers"
          + " and paths are found as a whole and by their parts.",
      "Fields: agent: project: (its repository) file: tool: command: tag: has: (failure, refusal,"
          + " interruption, edit, diff, image, subagent, note, mark, tag, title); kind: (user, assistant,"
          + " thinking, tool, progress, system, summary, snapshot, line, file); since: until: on: with a"
          + " time: 2026-11-21, 2w, yesterday, last thursday, 3 days ago, march 3rd. Several values"
          + " have commas between them; on: also takes A..B.",
      "A question in plain English is understood as one: times and files in it count, and of its words"
          + " as many as can be.",
      "Each place comes with a time and the number of a message or step, which both are positions for"
          + " --at. Exit status 1 when nothing was found. What looks like a secret is covered, and is not"
          + " found."
    },
    footer = {
      "  mantra search websocket reconnect",
      "  mantra search what did I work on last thursday",
      "  mantra search 'file:auth.ts since:2w'",
      "  mantra search 'tool:bash has:failure npm test' --facets project,tool",
      "  mantra search --open 'token expired'       play the best place"
    })
final class SearchCommand implements PlainCommand {

  static final String NAME = "search";

  private final Call call;

  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "What to look for.")
  private List<String> words = List.of();

  @Option(names = "-n", paramLabel = "N", description = "Show at most N sessions; 10 is usual.")
  private int most = 10;

  @Option(
      names = "--hits",
      paramLabel = "N",
      description = "Show at most N places of each session; 3 is usual.")
  private int hits = 3;

  @Option(
      names = "--facets",
      paramLabel = "NAMES",
      split = ",",
      description = "Count what was found by agent, project, tag, kind or tool.")
  private List<String> facets = List.of();

  @Option(names = "--open", description = "Play the best session from the best place.")
  private boolean open;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  SearchCommand(Call call) {
    this.call = call;
  }

  @Override
  public boolean flag(String option) {
    switch (option) {
      case "--open" -> open = true;
      case "--json" -> json = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean takesValue(String option) {
    return option.equals("-n") || option.equals("--hits");
  }

  @Override
  public boolean set(String option, String value) {
    var number = PlainCommand.number(value);
    number.ifPresent(
        given -> {
          if (option.equals("-n")) {
            most = given;
          } else {
            hits = given;
          }
        });
    return number.isPresent();
  }

  @Override
  public Words word(String word, List<String> behind) {
    words = Stream.concat(words.stream(), Stream.of(word)).toList();
    return Words.ONE;
  }

  @Override
  public boolean isComplete() {
    return !words.isEmpty();
  }

  @Override
  public Integer call() throws IOException {
    checkFacets();
    var query = String.join(" ", words);
    var result = search(query);
    if (result.sessions().isEmpty()) {
      call.console().notice("nothing was found for '" + OpenIndex.quoted(query) + "'");
    } else if (open) {
      return HitPlayer.play(call, result.sessions().getFirst());
    }
    print(result);
    return (result.sessions().isEmpty() ? ExitCode.NOTHING : ExitCode.OK).status();
  }

  private SearchResult search(String query) throws IOException {
    try (var index = new OpenIndex(call)) {
      index.update();
      return index.search(query, Math.max(1, most), Math.max(0, hits));
    }
  }

  private void print(SearchResult result) throws IOException {
    if (json) {
      SearchJson.print(call.console(), result, facets);
    } else if (call.console().isTerminal(TerminalProbe.Stream.OUT)) {
      new SearchListing(call).print(result, facets);
    } else {
      new SearchRows(call.console()).print(result, facets);
    }
  }

  private void checkFacets() {
    for (var name : facets) {
      if (!SearchFacets.NAMES.contains(name)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "--facets "
                + name
                + ": there is no such facet; there are "
                + String.join(", ", SearchFacets.NAMES));
      }
    }
  }
}
