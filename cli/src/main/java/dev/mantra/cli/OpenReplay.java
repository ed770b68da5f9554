package dev.mantra.cli;

import dev.mantra.formats.event.Position;
import dev.mantra.formats.journal.Session;
import dev.mantra.replayer.NoSuchPositionException;
import dev.mantra.replayer.Replay;
import dev.mantra.replayer.ReplayOptions;
import java.io.IOException;

/** A session whose screens are asked for; says so when that takes a while. */
final class OpenReplay implements AutoCloseable {

  private final Session session;
  private final Replay replay;
  private final Progress progress;

  private OpenReplay(Session session, Replay replay, Progress progress) {
    this.session = session;
    this.replay = replay;
    this.progress = progress;
  }

  static OpenReplay of(Session session, Coverage coverage, Call call) throws IOException {
    var shown = coverage.of(session);
    var progress = new Progress(call.console(), "reading");
    var options =
        ReplayOptions.STANDARD.withProgress(
            (bytes, of) -> progress.longStep(() -> bytes * 100 / Math.max(1, of) + " %"));
    return new OpenReplay(shown, Replay.open(shown, coverage.cache(), options), progress);
  }

  /** The session as it may be shown. */
  Session session() {
    return session;
  }

  Replay replay() {
    return replay;
  }

  /** Where a position is, in nanoseconds from the start. */
  long resolve(Position position) throws IOException {
    return resolve(replay, position);
  }

  static long resolve(Replay replay, Position position) throws IOException {
    try {
      return replay.timeline().resolve(position);
    } catch (NoSuchPositionException e) {
      throw new CommandFailure(ExitCode.NOTHING, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() throws IOException {
    progress.close();
    replay.close();
  }
}
