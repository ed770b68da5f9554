package dev.mantra.cli;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.Excerpt;
import dev.mantra.indexer.GrepQuery;
import java.io.IOException;
import java.util.Locale;

/** What {@code mantra grep --json} prints: an object a line. */
final class GrepJson implements GrepPrinter {

  private final GrepQuery query;
  private final Console console;

  GrepJson(GrepQuery query, Console console) {
    this.query = query;
    this.console = console;
  }

  @Override
  public void excerpt(Session session, Excerpt excerpt) throws IOException {
    for (var line : excerpt.lines()) {
      console.write(
          Json.line(
              out -> {
                var found = line.line();
                out.writeStringField("session", session.id().value());
                out.writeStringField("is", line.role().name().toLowerCase(Locale.ROOT));
                FoundLineJson.fields(out, found);
                if (line.role() == Excerpt.Role.HIT) {
                  HitText.spans(out, query.pattern().spans(found.text()));
                }
              }));
    }
  }

  @Override
  public void count(Session session, long hits) throws IOException {
    switch (query.detail()) {
      case LINES -> {}
      case COUNT, SESSION ->
          console.write(
              Json.line(
                  out -> {
                    out.writeStringField("session", session.id().value());
                    out.writeNumberField("count", hits);
                  }));
    }
  }
}
