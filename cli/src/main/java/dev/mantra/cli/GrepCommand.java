package dev.mantra.cli;

import dev.mantra.cli.PlainArguments.Words;
import dev.mantra.formats.journal.NoSuchSessionException;
import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.BadPatternException;
import dev.mantra.indexer.Grep;
import dev.mantra.indexer.GrepQuery;
import dev.mantra.indexer.GrepQuery.Detail;
import dev.mantra.indexer.GrepQuery.Part;
import dev.mantra.indexer.GrepQuery.Selection;
import dev.mantra.indexer.KnownGrams;
import dev.mantra.indexer.LinePattern;
import dev.mantra.indexer.PassageSource;
import dev.mantra.indexer.SlowPatternException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = GrepCommand.NAME,
    header = "Find lines that were displayed, said or changed.",
    description = {
      "Prints every line, of all sessions or of those that are named, in which REGEX is found (RE2"
          + " syntax), the newest session first: lines that could be read on the screen, each once,"
          + " whatever colours, wraps and redraws they were made of; lines of messages and their steps;"
          + " and lines of the differences that files of the workspace went through.",
      "Each line comes with where it is: a time and the number of a message or step, which both are"
          + " positions for --at. At a pipe: the session's id, time, message, what it is of and the"
          + " line, with tabs between them. Exit status 0 when something was found, 1 when nothing was,"
          + " 2 when there was an error. What looks like a secret is covered, and is not found."
    },
    footer = {
      "  mantra grep 'token expired'                       where was that?",
      "  mantra grep -i 'error|failed' last -C 3           with three lines around it",
      "  mantra grep -l --agent claude --since 2w 'WebSocket'",
      "  mantra grep --in files 'TODO' last                in what files became",
      "  mantra grep --json 'auth\\.ts' | jq -r .text"
    })
final class GrepCommand implements PlainCommand {

  static final String NAME = "grep";

  private final Call call;

  @Parameters(paramLabel = "REGEX", description = "What to look for, in RE2 syntax.")
  private String regex = "";

  @Parameters(paramLabel = "S", index = "1..*", arity = "0..*", description = "The sessions.")
  private List<String> names = List.of();

  @Option(
      names = {"-i", "--ignore-case"},
      description = "Capital letters match small ones.")
  private boolean ignoreCase;

  @Option(
      names = {"-v", "--invert-match"},
      description = "Print the lines in which REGEX is not found.")
  private boolean invert;

  @Option(
      names = "--in",
      paramLabel = "PARTS",
      split = ",",
      description = "Look only in these: lines, messages, files.")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  @Option(
      names = {"-C", "--context"},
      paramLabel = "N",
      description = "Print N lines before and after as well.")
  private int context;

  @Option(
      names = {"-l", "--sessions"},
      description = "Print only the ids of the sessions.")
  private boolean onlySessions;

  @Option(
      names = {"-c", "--count"},
      description = "Print only how many lines each session has.")
  private boolean onlyCount;

  @Option(names = "--json", description = "Print JSON, for programs: an object a line.")
  private boolean json;

  @Mixin private final SessionFilter filter = new SessionFilter();

  @Option(names = "--force", description = "With --reveal, do not ask.")
  private boolean force;

  @Mixin private final Reveal reveal = new Reveal();

  GrepCommand(Call call) {
    this.call = call;
  }

  @Override
  public boolean flag(String option) {
    switch (option) {
      case "-i", "--ignore-case" -> ignoreCase = true;
      case "-v", "--invert-match" -> invert = true;
      case "-l", "--sessions" -> onlySessions = true;
      case "-c", "--count" -> onlyCount = true;
      case "--json" -> json = true;
      case "--force" -> force = true;
      case "--reveal" -> reveal.choose();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean takesValue(String option) {
    return option.equals("-C") || option.equals("--context") || SessionFilter.hasOption(option);
  }

  @Override
  public boolean set(String option, String value) {
    if (SessionFilter.hasOption(option)) {
      filter.set(option, value);
      return true;
    }
    var number = PlainCommand.number(value);
    number.ifPresent(given -> context = given);
    return number.isPresent();
  }

  @Override
  public Words word(String word, List<String> behind) {
    if (regex.isEmpty()) {
      regex = word;
    } else {
      names = Stream.concat(names.stream(), Stream.of(word)).toList();
    }
    return Words.ONE;
  }

  @Override
  public boolean isComplete() {
    return !regex.isEmpty();
  }

  @Override
  public Integer call() throws IOException {
    var query = query();
    var coverage = reveal.coverage(call, force);
    var sink = new GrepTally(printer(query, coverage), call.console());
    var cache = coverage.cache();
    var passages = new PassageSource(cache, new SpokenText(cache));
    var lines = new DisplayedLines(cache);
    var viewing = coverage.viewing();
    try (var grams = new KnownGrams(cache, viewing, lines, passages)) {
      var grep = new Grep(query, viewing, lines, passages, grams);
      grep.run(sessions(coverage), Runtime.getRuntime().availableProcessors(), sink);
    } catch (NoSuchSessionException | SlowPatternException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
    return sink.status().status();
  }

  private GrepQuery query() {
    if (context < 0) {
      throw new CommandFailure(
          ExitCode.USAGE, "-C " + context + ": there are no lines to leave out");
    }
    try {
      var pattern = ignoreCase ? LinePattern.ignoringCase(regex) : LinePattern.of(regex);
      return new GrepQuery(
          pattern.withPatience(System::nanoTime),
          invert ? Selection.OTHERS : Selection.MATCHING,
          parts,
          onlySessions ? Detail.SESSION : onlyCount ? Detail.COUNT : Detail.LINES,
          context);
    } catch (BadPatternException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private List<Session> sessions(Coverage coverage) throws IOException {
    var all = names.isEmpty() ? call.store().sessions() : call.sessions(names);
    if (filter.isEmpty()) {
      return all;
    }
    return SessionEntry.all(all, coverage).stream()
        .filter(filter.in(call))
        .map(SessionEntry::session)
        .toList();
  }

  private GrepPrinter printer(GrepQuery query, Coverage coverage) {
    if (json) {
      return new GrepJson(query, call.console());
    }
    return call.console().isTerminal(TerminalProbe.Stream.OUT)
        ? new GrepListing(query, call, coverage)
        : new GrepRows(query, call.console());
  }
}
