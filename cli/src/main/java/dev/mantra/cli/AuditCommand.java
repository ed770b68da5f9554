package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.cli.Table.Align;
import dev.mantra.cli.Table.Cell;
import dev.mantra.formats.event.PositionGrammar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "audit",
    header = "Show what an agent was sent and what it did, with the secrets in it.",
    description = {
      "Lists what was sent to the agents of a session, and what they ran, read, wrote, fetched and"
          + " called, in order, with what was covered in it or in what came back: that is what the agent,"
          + " and whoever runs it, has seen. Below, each such secret and where it reached the agent"
          + " first. Values are never printed.",
      "Numbers are positions for --at. Exit status 1 when there is nothing to list."
    },
    footer = {
      "  mantra audit last                what happened",
      "  mantra audit last --secrets      only where there is a secret in it",
      "  mantra audit last --json | jq -r '.actions[] | select(.action == \"ran\").text'"
    })
final class AuditCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", description = "The session.")
  private String session = "";

  @Option(names = "--secrets", description = "Only what has a secret in it.")
  private boolean onlySecrets;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  AuditCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    try (var open = OpenReplay.of(call.session(session), Coverage.ofSecrets(call), call)) {
      var messages = open.replay().messages();
      var lines = new ArrayList<AuditLine>();
      for (var entry : messages.conversation().entries()) {
        AuditLine.of(entry, messages)
            .filter(line -> !onlySecrets || !line.secrets().isEmpty())
            .ifPresent(lines::add);
      }
      if (json) {
        print(open.session().id().value(), lines);
      } else {
        table(lines).printTo(call.console());
        reached(lines);
      }
      return (lines.isEmpty() ? ExitCode.NOTHING : ExitCode.OK).status();
    }
  }

  private static Table table(List<AuditLine> lines) {
    var table = new Table(List.of(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT));
    for (var line : lines) {
      table.row(
          List.of(
              Cell.of(line.entry().number(), Style.CYAN),
              Cell.of(PositionGrammar.format(line.entry().at()), Style.DIM),
              Cell.of(line.action().word()),
              Cell.of(String.join(" ", line.secrets()), Style.RED),
              Cell.of(line.text())));
    }
    return table;
  }

  /** Where each secret reached the agent first. */
  private void reached(List<AuditLine> lines) {
    var first = new LinkedHashMap<String, AuditLine>();
    for (var line : lines) {
      line.secrets().forEach(secret -> first.putIfAbsent(secret, line));
    }
    first.forEach(
        (secret, line) ->
            call.console()
                .print(
                    SafeText.of(
                        secret
                            + " reached the agent first at "
                            + line.entry().number()
                            + " ("
                            + line.action().word()
                            + ")")));
  }

  private void print(String id, List<AuditLine> lines) throws IOException {
    Json.print(
        call.console(),
        out -> {
          out.writeStringField("session", id);
          out.writeArrayFieldStart("actions");
          for (var line : lines) {
            out.writeStartObject();
            out.writeStringField("number", line.entry().number());
            out.writeNumberField("at", SessionJson.seconds(line.entry().at()));
            out.writeStringField("action", line.action().word());
            var tool = line.entry().outline().tool().name();
            if (!tool.isEmpty()) {
              out.writeStringField("tool", tool);
            }
            out.writeStringField("text", line.text());
            out.writeArrayFieldStart("secrets");
            for (var secret : line.secrets()) {
              out.writeString(secret);
            }
            out.writeEndArray();
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }
}
