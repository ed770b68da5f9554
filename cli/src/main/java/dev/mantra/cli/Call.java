package dev.mantra.cli;

import dev.mantra.formats.event.Position;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One call of the program: what all commands share. */
final class Call {

  private final Console console;
  private final Settings settings;
  private boolean askedToBeVerbose;

  Call(Console console, Settings settings) {
    this.console = console;
    this.settings = settings;
  }

  Console console() {
    return console;
  }

  Settings settings() {
    return settings;
  }

  Surroundings around() {
    return console.around();
  }

  Store store() {
    return settings.store();
  }

  /** The session that goes by a name: id, unique prefix, last, last~2. */
  Session session(String name) throws IOException {
    return store().find(name);
  }

  /** The sessions that go by these names. */
  List<Session> sessions(List<String> names) throws IOException {
    var sessions = new ArrayList<Session>(names.size());
    for (var name : names) {
      sessions.add(session(name));
    }
    return sessions;
  }

  /** A file named on the command line. */
  Path path(String text) {
    try {
      return around().folder().resolve(text);
    } catch (InvalidPathException e) {
      throw new CommandFailure(ExitCode.USAGE, "'" + text + "' cannot be the name of a file", e);
    }
  }

  Position position(String text) {
    try {
      return new PositionGrammar(around().zone().get()).parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  void askToBeVerbose() {
    askedToBeVerbose = true;
    console.beVerbose();
  }

  boolean wasAskedToBeVerbose() {
    return askedToBeVerbose;
  }
}
