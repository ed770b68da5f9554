package dev.mantra.cli;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.Excerpt;
import dev.mantra.indexer.GrepQuery;
import java.io.IOException;

/**
 * What {@code mantra grep} finds, for a pipe: a row for each line, with tabs between its fields.
 */
final class GrepRows implements GrepPrinter {

  private static final String PARTING = "--";

  private final GrepQuery query;
  private final Console console;
  private boolean hasPrinted;

  GrepRows(GrepQuery query, Console console) {
    this.query = query;
    this.console = console;
  }

  @Override
  public void excerpt(Session session, Excerpt excerpt) throws IOException {
    if (query.context() > 0 && hasPrinted) {
      console.write(PARTING);
    }
    hasPrinted = true;
    for (var line : excerpt.lines()) {
      var found = line.line();
      console.write(
          session.id()
              + "\t"
              + HitText.position(found.at())
              + "\t"
              + HitText.message(found.place())
              + "\t"
              + SafeText.of(found.place().origin())
              + "\t"
              + SafeText.of(found.text()));
    }
  }

  @Override
  public void count(Session session, long hits) throws IOException {
    switch (query.detail()) {
      case LINES -> {}
      case COUNT -> console.write(session.id() + "\t" + hits);
      case SESSION -> console.write(session.id().value());
    }
  }
}
