package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.cli.Table.Align;
import dev.mantra.cli.Table.Cell;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionState;
import dev.mantra.formats.journal.SessionSummary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = LsCommand.NAME,
    header = "List sessions, the newest first.",
    description = {
      "Lists sessions: the beginning of the id that is enough to name it, agent, project, start,"
          + " duration, messages, size, state and title.",
      "States: recording, finished, interrupted (the recorder died; all it had written is there),"
          + " imported, damaged. Exit status 1 when no session matches. What looks like a secret in"
          + " titles and commands is covered."
    },
    footer = {
      "  mantra ls                                 everything there is",
      "  mantra ls --agent claude --since 2d       Claude's sessions of the last two days",
      "  mantra ls --project . -n 5                the last five of this folder",
      "  mantra ls --json                          for programs"
    })
final class LsCommand implements PlainCommand {

  static final String NAME = "ls";

  private static final List<Align> COLUMNS =
      List.of(
          Align.LEFT,
          Align.LEFT,
          Align.LEFT,
          Align.LEFT,
          Align.RIGHT,
          Align.RIGHT,
          Align.RIGHT,
          Align.LEFT,
          Align.LEFT);
  private static final List<String> HEADINGS =
      List.of(
          "ID", "AGENT", "PROJECT", "STARTED", "DURATION", "MESSAGES", "SIZE", "STATE", "TITLE");

  private final Call call;

  @Mixin private final SessionFilter filter = new SessionFilter();

  @Option(names = "-n", paramLabel = "N", description = "Show at most N sessions.")
  private int most = Integer.MAX_VALUE;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Option(names = "--force", description = "With --reveal, do not ask.")
  private boolean force;

  @Mixin private final Reveal reveal = new Reveal();

  LsCommand(Call call) {
    this.call = call;
  }

  @Override
  public boolean flag(String option) {
    switch (option) {
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
    return option.equals("-n") || SessionFilter.hasOption(option);
  }

  @Override
  public boolean set(String option, String value) {
    if (!option.equals("-n")) {
      filter.set(option, value);
      return true;
    }
    var number = PlainCommand.number(value);
    number.ifPresent(given -> most = given);
    return number.isPresent();
  }

  @Override
  public Integer call() throws IOException {
    var sessions = call.store().sessions();
    var names = new ShortIds(sessions.stream().map(Session::id).toList());
    var found = select(sessions, reveal.coverage(call, force));
    if (json) {
      print(found);
    } else if (!found.isEmpty()) {
      table(found, names).printTo(call.console());
    } else {
      call.console()
          .notice(
              sessions.isEmpty()
                  ? "there are no sessions yet; 'mantra rec -- COMMAND' records one"
                  : "none of " + sessions.size() + " sessions is like that");
    }
    return (found.isEmpty() ? ExitCode.NOTHING : ExitCode.OK).status();
  }

  private List<SessionEntry> select(List<Session> sessions, Coverage coverage) {
    var matching = filter.in(call);
    if (filter.isEmpty() && most < sessions.size()) {
      return SessionEntry.all(sessions.subList(0, Math.max(0, most)), coverage);
    }
    return SessionEntry.all(sessions, coverage).stream()
        .filter(matching)
        .limit(Math.max(0, most))
        .toList();
  }

  private void print(List<SessionEntry> found) throws IOException {
    Json.print(
        call.console(),
        out -> {
          out.writeArrayFieldStart("sessions");
          for (var entry : found) {
            out.writeStartObject();
            SessionJson.fields(out, entry);
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  private Table table(List<SessionEntry> found, ShortIds names) {
    var table = new Table(COLUMNS);
    table.row(HEADINGS.stream().map(heading -> Cell.of(heading, Style.BOLD)).toList());
    for (var entry : found) {
      var name = Cell.of(names.of(entry.session().id()), Style.CYAN);
      table.row(
          Stream.concat(
                  Stream.of(name),
                  entry
                      .summary()
                      .map(summary -> cells(summary, entry.messages()))
                      .orElseGet(() -> damaged(entry.problem()))
                      .stream())
              .toList());
    }
    return table;
  }

  private List<Cell> cells(SessionSummary summary, OptionalLong messages) {
    var header = summary.header();
    return List.of(
        Cell.of(SessionText.agent(summary)),
        Cell.of(SessionText.project(header)),
        Cell.of(SessionText.localTime(header.startedAt(), call.around().zone().get())),
        Cell.of(SessionText.duration(summary.duration())),
        Cell.of(messages.isPresent() ? Long.toString(messages.getAsLong()) : "-"),
        Cell.of(SessionText.size(summary.bytes())),
        new Cell(SessionText.state(summary), style(summary.state())),
        Cell.of(summary.title().orElse("")));
  }

  private static List<Cell> damaged(String problem) {
    var none = Cell.of("-");
    return List.of(
        none, none, none, none, none, none, Cell.of("damaged", Style.RED), Cell.of(problem));
  }

  private static Optional<Style> style(SessionState state) {
    return switch (state) {
      case RECORDING -> Optional.of(Style.GREEN);
      case INTERRUPTED -> Optional.of(Style.YELLOW);
      case FINISHED, IMPORTED -> Optional.empty();
    };
  }
}
