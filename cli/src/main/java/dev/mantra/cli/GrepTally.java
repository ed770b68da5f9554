package dev.mantra.cli;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.Excerpt;
import dev.mantra.indexer.Grep;
import dev.mantra.recorder.IoProblem;
import java.io.IOException;

/** Has what is found printed, and knows what {@code mantra grep} ends with. */
final class GrepTally implements Grep.Sink {

  private final GrepPrinter printer;
  private final Console console;
  private long found;
  private boolean hasFailed;

  GrepTally(GrepPrinter printer, Console console) {
    this.printer = printer;
    this.console = console;
  }

  @Override
  public void excerpt(Session session, Excerpt excerpt) throws IOException {
    printer.excerpt(session, excerpt);
  }

  @Override
  public void done(Session session, long hits) throws IOException {
    found += hits;
    if (hits > 0) {
      printer.count(session, hits);
      console.flush();
    }
  }

  @Override
  public void failed(Session session, IOException problem) {
    hasFailed = true;
    console.notice("cannot search in " + session.id() + ": " + IoProblem.describe(problem));
  }

  ExitCode status() {
    return hasFailed ? ExitCode.USAGE : found > 0 ? ExitCode.OK : ExitCode.NOTHING;
  }
}
