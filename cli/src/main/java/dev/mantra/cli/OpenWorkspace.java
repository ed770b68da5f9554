package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Position;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.workspace.BodyReader;
import dev.mantra.formats.workspace.PathBytes;
import dev.mantra.formats.workspace.WorkspaceTree;
import dev.mantra.replayer.NoSuchPositionException;
import dev.mantra.replayer.Replay;
import dev.mantra.replayer.WorkspaceHistory;
import dev.mantra.replayer.WorkspaceHistory.Origin;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A session whose files are asked for. */
final class OpenWorkspace implements AutoCloseable {

  private final OpenReplay open;
  private final WorkspaceHistory history;
  private final BodyReader bodies;
  private final Bytes folder;

  private OpenWorkspace(
      OpenReplay open, WorkspaceHistory history, BodyReader bodies, Bytes folder) {
    this.open = open;
    this.history = history;
    this.bodies = bodies;
    this.folder = folder;
  }

  /** The patches of a covered session make nothing: contents are covered when they are whole. */
  static OpenWorkspace of(Session session, Coverage coverage, Call call) throws IOException {
    var cover = coverage.files(session);
    var history =
        WorkspaceHistory.of(
            session,
            cover.<UnaryOperator<Bytes>>map(it -> it::name).orElse(UnaryOperator.identity()));
    var folder = history.folder().orElseThrow(() -> none(session, history));
    var open = OpenReplay.of(session, coverage, call);
    try {
      if (history.origin() == Origin.TRANSCRIPT) {
        call.console().notice("from the transcript: only what agents say they changed is known");
      }
      var bodies =
          new BodyReader(
              call.settings().contents(),
              cover.<UnaryOperator<byte[]>>map(it -> it::cover).orElse(UnaryOperator.identity()));
      return new OpenWorkspace(open, history, bodies, folder);
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  Replay replay() {
    return open.replay();
  }

  WorkspaceHistory history() {
    return history;
  }

  /** How it is known what became of files, for programs. */
  String origin() {
    return history.origin().name().toLowerCase(Locale.ROOT);
  }

  BodyReader bodies() {
    return bodies;
  }

  /** The workspace's path. */
  Bytes folder() {
    return folder;
  }

  /** The moment of a position, as far as files are concerned. */
  long resolve(Position position) throws IOException {
    try {
      return replay().timeline().resolveForFiles(position);
    } catch (NoSuchPositionException e) {
      throw new CommandFailure(ExitCode.NOTHING, String.valueOf(e.getMessage()), e);
    }
  }

  /** A path as it was given on the command line: in the workspace, or an absolute one. */
  Bytes path(String text) {
    try {
      var path = Path.of(text).normalize();
      if (!path.isAbsolute()) {
        return PathBytes.of(path);
      }
      var bytes = PathBytes.of(path);
      if (bytes.equals(folder)) {
        return Bytes.EMPTY;
      }
      if (WorkspaceTree.isIn(folder, bytes)) {
        int skipped = folder.length() + 1;
        return bytes.slice(skipped, bytes.length() - skipped);
      }
    } catch (InvalidPathException e) {
      throw new CommandFailure(ExitCode.USAGE, "'" + text + "' cannot be the name of a file", e);
    }
    throw new CommandFailure(
        ExitCode.NOTHING, text + " is not in the workspace, which is " + folder.toUtf8());
  }

  @Override
  public void close() throws IOException {
    bodies.close();
    open.close();
  }

  private static CommandFailure none(Session session, WorkspaceHistory history) {
    var reasons = history.gaps(Long.MAX_VALUE).stream().map(Event.NotCaptured::detail).toList();
    return new CommandFailure(
        ExitCode.NOTHING,
        "no files were captured in "
            + session.id()
            + (reasons.isEmpty() ? "" : ": " + reasons.getFirst()));
  }
}
