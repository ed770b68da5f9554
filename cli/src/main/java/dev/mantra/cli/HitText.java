package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.cli.Console.Style;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.indexer.FoundLine;
import dev.mantra.indexer.LinePattern.Span;
import java.io.IOException;
import java.util.List;

/** How hits are written for people. */
final class HitText {

  /** Positions are in milliseconds. */
  private static final long UNIT = 1_000_000;

  /** A terminal is not filled with one line, however long that is. */
  private static final int MOST = 600;

  private static final int BEFORE = 80;
  private static final String CUT = "…";
  private static final String NONE = "-";

  private HitText() {}

  /** The message or step that it belongs to; a sign where there is none. */
  static String message(FoundLine.Place place) {
    return place.step().isEmpty() ? NONE : place.step();
  }

  /** The same parts of the line without blanks around it. */
  static List<Span> stripped(String text, List<Span> found) {
    int indent = text.length() - text.stripLeading().length();
    return found.stream()
        .filter(span -> span.from() >= indent)
        .map(span -> new Span(span.from() - indent, span.to() - indent))
        .toList();
  }

  static void spans(JsonGenerator out, List<Span> found) throws IOException {
    out.writeArrayFieldStart("matches");
    for (var span : found) {
      out.writeArray(new int[] {span.from(), span.to()}, 0, 2);
    }
    out.writeEndArray();
  }

  /**
   * A line with the parts that were found standing out; of a long one, what is around the first.
   */
  static String marked(String text, List<Span> found, Console console) {
    int from = 0;
    int to = text.length();
    if (to > MOST) {
      from = found.isEmpty() ? 0 : Math.max(0, found.getFirst().from() - BEFORE);
      to = Math.min(to, from + MOST);
    }
    var shown = new StringBuilder(from > 0 ? CUT : "");
    int at = from;
    for (var span : found) {
      if (span.from() >= at && span.from() < to) {
        int end = Math.min(to, span.to());
        shown.append(SafeText.of(text.substring(at, span.from())));
        shown.append(console.styled(Style.RED, SafeText.of(text.substring(span.from(), end))));
        at = end;
      }
    }
    shown.append(SafeText.of(text.substring(at, to)));
    return to < text.length() ? shown.append(CUT).toString() : shown.toString();
  }

  /** The first position at which what was there at a moment is there. */
  static String position(long nanos) {
    return PositionGrammar.format((nanos + UNIT - 1) / UNIT * UNIT);
  }
}
