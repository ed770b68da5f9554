package dev.mantra.cli;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.Session;
import dev.mantra.replayer.export.ExportFormat;
import dev.mantra.replayer.export.ExportedSession;
import dev.mantra.replayer.export.Span;
import dev.mantra.replayer.render.PageScreens;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    header = "Write a session as a file of another format.",
    description = {
      "asciicast-v3 and asciicast-v2 are for asciinema and its players, with marks and messages as"
          + " markers to jump to. raw is what the program wrote, byte for byte; txt every line that was"
          + " displayed, as 'mantra text' prints it.",
      "md is the conversation with the agents, to be read: messages with number, time and kind, and the"
          + " calls of tools folded under them; html the same as a page that needs nothing else, with the"
          + " screen at each message. json is all that is known of the session and of its"
          + " messages. csv has a row for each message and step; in it an apostrophe stands before what a"
          + " spreadsheet would take for a formula.",
      "What looks like a secret is covered, in the same width, by what it is and a number that equal"
          + " ones share; 'mantra scan' lists it. A finished file is looked through once more and is not"
          + " put in its place when anything of it is left. --reveal writes the originals.",
      "A file that is there is only replaced with --force, and only by a complete one."
    },
    footer = {
      "  mantra export last -f asciicast-v3 -o demo.cast",
      "  mantra export last -f md --from 5 --to 9 -o part.md",
      "  mantra export last -f html -o session.html",
      "  mantra export last -f raw | less -R",
      "  mantra export last -f asciicast-v2 --from 1:00 --to 50%% -o part.cast",
      "  mantra export last -f json | jq '.messages[] | select(.kind == \"user\").text'"
    })
final class ExportCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", description = "The session.")
  private String session = "";

  @Option(
      names = {"-f", "--format"},
      required = true,
      paramLabel = "FORMAT",
      description = "asciicast-v3, asciicast-v2, raw, txt, md, html, json or csv.")
  private String format = "";

  @Option(names = "--from", paramLabel = "P", description = "Leave out what precedes P.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "P", description = "Leave out what follows P.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file; - is standard output, which is also the default.")
  private String output = "-";

  @Option(
      names = "--force",
      description = "Replace FILE when it is there; with --reveal, do not ask.")
  private boolean force;

  @Mixin private final Reveal reveal = new Reveal();

  ExportCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var chosen = ExportFormat.labelled(format).orElseThrow(this::noSuchFormat);
    var start = call.position(from.orElse("start"));
    var end = call.position(to.orElse("end"));
    var found = call.session(session);
    var coverage = reveal.coverage(call, force);
    var toFile = !output.equals("-");
    try (var open = OpenSession.of(toFile ? coverage.toBeChecked(found) : coverage.of(found));
        var replay = OpenReplay.of(found, coverage, call)) {
      long first = replay.resolve(start);
      long last = replay.resolve(end);
      if (last < first) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "--from " + from.orElse("start") + " is behind --to " + to.orElse("end"));
      }
      var span = from.isEmpty() && to.isEmpty() ? Span.WHOLE : new Span(first, last);
      if (!toFile) {
        export(open, replay, chosen, span, call.console().data());
      } else {
        var overwrite = force ? NewFile.Overwrite.YES : NewFile.Overwrite.NO;
        try (var file = NewFile.create(call.path(output), overwrite)) {
          export(open, replay, chosen, span, file.out());
          coverage.check(file);
          file.commit();
        }
      }
      if (chosen.isOfMessages() && replay.replay().messages().conversation().entries().isEmpty()) {
        call.console().notice("this session has no messages");
      }
      var met = open.damageCount();
      int damage = met.isPresent() ? met.getAsInt() : damageCount(found);
      if (damage > 0) {
        call.console()
            .notice(
                damage
                    + " damaged place(s) of the session are missing in the export; 'mantra fsck "
                    + open.header().id()
                    + "' lists them");
      }
    }
    return ExitCode.OK.status();
  }

  private void export(
      OpenSession open, OpenReplay replay, ExportFormat chosen, Span span, OutputStream out)
      throws IOException {
    try (var progress = new Progress(call.console(), "exporting")) {
      long duration = replay.replay().duration();
      var exported =
          new ExportedSession(
              open.header(),
              () -> shown(open.events(), duration, progress),
              replay.replay(),
              span,
              json -> InfoJson.fields(json, SessionContents.read(replay.session())),
              new PageScreens(),
              at -> progress.longStep(() -> percent(at, duration)));
      chosen.exporter().export(exported, out);
    }
  }

  /** What was exported may come from the cache, which does not know: the journal is asked. */
  private static int damageCount(Session session) throws IOException {
    try (var reader = session.read()) {
      reader.events().forEachRemaining(_ -> {});
      return reader.damage().size();
    }
  }

  private static Iterator<Event> shown(Iterator<Event> events, long duration, Progress progress) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return events.hasNext();
      }

      @Override
      public Event next() {
        var event = events.next();
        progress.step(() -> percent(event.at(), duration));
        return event;
      }
    };
  }

  private static String percent(long at, long duration) {
    return at * 100 / Math.max(1, duration) + " %";
  }

  private CommandFailure noSuchFormat() {
    var known =
        Arrays.stream(ExportFormat.values())
            .map(ExportFormat::label)
            .collect(Collectors.joining(", "));
    return new CommandFailure(
        ExitCode.USAGE, "'" + format + "' is no format to export to; there are " + known);
  }
}
