package dev.mantra.cli;

import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.formats.journal.Session;
import dev.mantra.redactor.session.Discovery;
import dev.mantra.redactor.session.Redaction;
import dev.mantra.redactor.session.Redactions;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "scan",
    header = "Look for secrets in sessions.",
    description = {
      "Lists what looks like a secret: the rule that found it and a number, which stand in its place"
          + " in exports; where it stands first, as a position for --at; in how many places it stands;"
          + " and in what: output, input, message, file, header or note. Its value is never printed.",
      "Exit status 1 when something was found, 0 when nothing was."
    },
    footer = {
      "  mantra scan last                    before it is shown to somebody",
      "  mantra scan --all",
      "  mantra scan last --json | jq -r .kind"
    })
final class ScanCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", arity = "0..*", description = "The sessions.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "All sessions.")
  private boolean all;

  @Option(names = "--json", description = "Print JSON, for programs: an object a line.")
  private boolean json;

  ScanCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    if (all != names.isEmpty()) {
      throw new CommandFailure(ExitCode.USAGE, "name sessions, or give --all");
    }
    var redactions = SessionSecrets.of(call);
    boolean found = false;
    for (var session : sessions()) {
      for (var discovery : redaction(redactions, session).discoveries()) {
        found = true;
        call.console().print(json ? object(session, discovery) : line(session, discovery));
      }
    }
    return (found ? ExitCode.NOTHING : ExitCode.OK).status();
  }

  private Redaction redaction(Redactions redactions, Session session) throws IOException {
    try (var progress = new ScanProgress(call.console(), session.id())) {
      return redactions.redaction(session, progress);
    }
  }

  private List<Session> sessions() throws IOException {
    return all ? call.store().sessions() : call.sessions(names);
  }

  private static String line(Session session, Discovery found) {
    return session.id()
        + "  "
        + PositionGrammar.format(found.at())
        + "  "
        + found.secret().kind()
        + "#"
        + found.secret().number()
        + "  "
        + found.count()
        + " x  "
        + where(found);
  }

  private static String object(Session session, Discovery found) throws IOException {
    return Json.line(
        out -> {
          out.writeStringField("session", session.id().value());
          out.writeStringField("kind", found.secret().kind());
          out.writeNumberField("number", found.secret().number());
          out.writeStringField("at", PositionGrammar.format(found.at()));
          out.writeStringField("in", where(found));
          out.writeNumberField("count", found.count());
        });
  }

  private static String where(Discovery found) {
    return found.where().name().toLowerCase(Locale.ROOT);
  }
}
