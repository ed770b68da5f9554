package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Damage;
import dev.mantra.formats.journal.Session;
import dev.mantra.recorder.IoProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "fsck",
    header = "Check that sessions are as they were written.",
    description = {
      "Reads every frame of the journals and compares checksums, order and chain. Damage is reported"
          + " with file, bytes and reason; the exit status is then 1. Nothing is changed.",
      "--salvage makes a new session of all that is undamaged, with a gap for whatever is missing. The"
          + " damaged session stays."
    },
    footer = {
      "  mantra fsck last                  check one session",
      "  mantra fsck --all                 check every session",
      "  mantra fsck last --salvage        and rescue what is left of it"
    })
final class FsckCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", arity = "0..*", description = "The sessions.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "Check all sessions.")
  private boolean all;

  @Option(names = "--salvage", description = "Make a sound session of a damaged one.")
  private boolean salvage;

  FsckCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    if (all == !names.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, "name the sessions to check, or give --all to check every one");
    }
    var sessions = call.sessions(names);
    boolean sound = true;
    for (var session : all ? call.store().sessions() : sessions) {
      sound &= isSound(session);
    }
    return (sound ? ExitCode.OK : ExitCode.NOTHING).status();
  }

  private boolean isSound(Session session) throws IOException {
    var console = call.console();
    try (var progress = new Progress(console, "checking " + session.id());
        var reader = session.read()) {
      long events = 0;
      for (var event = reader.next(); event.isPresent(); event = reader.next()) {
        events++;
        long count = events;
        progress.step(() -> count + " events");
      }
      var damage = reader.damage();
      if (damage.isEmpty()) {
        var end = reader.hasEnded() ? "" : ", without an end";
        console.print(
            session.id()
                + " "
                + console.styled(Style.GREEN, "sound")
                + ", "
                + events
                + " events"
                + end);
        return true;
      }
      console.print(
          session.id() + " " + console.styled(Style.RED, "damaged") + ", " + events + " events");
      damage.forEach(place -> print(session, place));
    } catch (IOException e) {
      console.print(session.id() + " " + console.styled(Style.RED, "unreadable"));
      console.print("  " + SafeText.of(session.journal() + ": " + IoProblem.describe(e)));
      return false;
    }
    if (salvage) {
      SessionId id = new Salvage(call).run(session);
      console.print("  salvaged as " + id);
    }
    return false;
  }

  private void print(Session session, Damage damage) {
    call.console().print("  " + SafeText.of(file(session) + ", " + damage));
  }

  /** The file the places are in: a journal has one. */
  private static String file(Session session) {
    try (var files = Files.newDirectoryStream(session.journal(), "*.cq4")) {
      for (var file : files) {
        return file.toString();
      }
    } catch (IOException e) {
      return session.journal().toString();
    }
    return session.journal().toString();
  }
}
