package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.Excerpt;
import dev.mantra.indexer.GrepQuery;
import dev.mantra.indexer.GrepQuery.Selection;
import dev.mantra.indexer.LinePattern.Span;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code mantra grep} finds, for a person: a heading for each session, its lines below. */
final class GrepListing implements GrepPrinter {

  /** A path may be longer than a line. */
  private static final int ORIGIN = 40;

  private final GrepQuery query;
  private final Console console;
  private final SessionHeading heading;
  private @Nullable Session last;

  GrepListing(GrepQuery query, Call call, Coverage coverage) {
    this.query = query;
    this.console = call.console();
    this.heading = new SessionHeading(call, coverage);
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
    var style = isHit ? Style.GREEN : Style.DIM;
    var place = found.place();
    var position =
        String.format(
            Locale.ROOT, "%10s %6s", HitText.position(found.at()), HitText.message(place));
    var origin =
        DisplayWidth.cut(String.format(Locale.ROOT, "%-9s", SafeText.of(place.origin())), ORIGIN);
    var spans =
        isHit && query.selection() == Selection.MATCHING
            ? query.pattern().spans(found.text())
            : List.<Span>of();
    return console.styled(style, position)
        + "  "
        + console.styled(Style.DIM, origin)
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
