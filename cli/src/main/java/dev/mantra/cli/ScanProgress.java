package dev.mantra.cli;

import dev.mantra.formats.event.SessionId;
import dev.mantra.redactor.session.Redactions;

/** Says at the terminal how far the search for a session's secrets is. */
final class ScanProgress implements Redactions.Progress, AutoCloseable {

  private final Progress progress;

  ScanProgress(Console console, SessionId session) {
    this.progress = new Progress(console, "looking for secrets in " + session);
  }

  @Override
  public void read(long frames, long of) {
    progress.step(() -> frames * 100 / Math.max(1, of) + " %");
  }

  @Override
  public void close() {
    progress.close();
  }
}
