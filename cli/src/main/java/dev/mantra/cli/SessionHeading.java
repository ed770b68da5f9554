package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionSummary;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line about a session, above what was found in it. */
final class SessionHeading {

  private final Call call;
  private final Coverage coverage;

  SessionHeading(Call call, Coverage coverage) {
    this.call = call;
    this.coverage = coverage;
  }

  String of(Session session) {
    var console = call.console();
    var id = console.linked(session.folder().toUri(), session.id().value());
    return console.styled(Style.CYAN, id) + console.styled(Style.BOLD, facts(session));
  }

  private String facts(Session session) {
    try {
      var facts = facts(coverage.summary(session));
      return facts.isEmpty() ? "" : "  " + SafeText.of(facts);
    } catch (IOException e) {
      return ""; // its lines are there all the same
    }
  }

  private String facts(SessionSummary summary) {
    var header = summary.header();
    return Stream.of(
            SessionText.localTime(header.startedAt(), call.around().zone().get()),
            SessionText.agent(summary),
            SessionText.project(header),
            summary.title().orElse(""))
        .filter(fact -> !fact.isEmpty())
        .collect(Collectors.joining("  "));
  }
}
