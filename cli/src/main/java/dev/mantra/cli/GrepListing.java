package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.Excerpt;
import dev.mantra.indexer.GrepQuery;
import dev.mantra.indexer.GrepQuery.Selection;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code mantra grep} finds, for a person: a heading for each session, its lines below. */
final class GrepListing implements GrepPrinter {

  private final GrepQuery query;
  private final Console console;
  private final SessionHeading heading;
  private @Nullable Session last;

  GrepListing(GrepQuery query, Call call) {
    this.query = query;
    this.console = call.console();
    this.heading = new SessionHeading(call);
  }

  @Override
  public void excerpt(Session session, Excerpt excerpt) throws IOException {
    if (!session.equals(last)) {
      if (last != null) {
        console.write("");
      }
      console.write(heading.of(session));
      last = session;
    } else if (query.context() > 0) {
      console.write(console.styled(Style.DIM, "  --"));
    }
    for (var line : excerpt.lines()) {
      console.write(shown(line));
    }
  }

  private String shown(Excerpt.Line line) {
    var found = line.line();
    boolean isHit = line.role() == Excerpt.Role.HIT;
    var position = String.format("%10s", HitText.position(found.at()));
    var spans =
        isHit && query.selection() == Selection.MATCHING
            ? query.pattern().spans(found.text())
            : List.<dev.mantra.indexer.LinePattern.Span>of();
    return console.styled(isHit ? Style.GREEN : Style.DIM, position)
        + "  "
        + HitText.marked(found.text(), spans, console);
  }

  @Override
  public void count(Session session, long hits) throws IOException {
    switch (query.detail()) {
      case LINES -> {}
      case COUNT -> console.write(heading.of(session) + "  " + hits);
      case SESSION -> console.write(heading.of(session));
    }
  }
}
