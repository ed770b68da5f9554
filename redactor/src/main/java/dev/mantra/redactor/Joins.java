package dev.mantra.redactor;

import dev.mantra.redactor.Column.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Lines that may be one line which did not fit: put together again, to be looked at as one.
 *
 * <p>A line that is as long as its column allows is surely cut there. Any other one may be, if a
 * secret stands at its end and seems to go on; then more is asked of what is found. Only the edge
 * of the terminal cuts a line whatever follows: elsewhere, a whole secret ends where the next line
 * begins something of its own.
 */
final class Joins {
  private static final int LEAST_WIDTH = 60;
  private static final int NEIGHBOURS = 3;
  private static final int DEEPEST_INDENT = 12;
  private static final int MOST_LINES = 200;

  /** Joined lines, and where they were joined. */
  record Run(Reading reading, List<Seam> seams) {}

  /**
   * A place in a reading where two lines were joined.
   *
   * @param sure whether the first one was cut there for want of room
   */
  record Seam(int at, boolean sure) {}

  private final Page page;
  private final Text text;
  private final Column column;
  private final IntPredicate isOpen;
  private final BitSet wholeEnds;
  private final List<Run> runs = new ArrayList<>();
  private Reading.@org.jspecify.annotations.Nullable Builder reading;
  private List<Seam> seams = new ArrayList<>();
  private Line first = new Line(0, 0);

  /**
   * @param text that of the page
   * @param isOpen whether a secret seems to go on behind a line, by its number
   * @param wholeEnds where in the page what was found without joining anything ends
   */
  Joins(Page page, Text text, Column column, IntPredicate isOpen, BitSet wholeEnds) {
    this.page = page;
    this.text = text;
    this.column = column;
    this.isOpen = isOpen;
    this.wholeEnds = wholeEnds;
  }

  List<Run> runs() {
    var lines = column.lines();
    for (int i = 0; i + 1 < lines.size(); i++) {
      var line = lines.get(i);
      if (line.length() == 0 || !Words.isToken(text.charAt(line.end() - 1))) {
        end();
        continue;
      }
      var next = lines.get(i + 1);
      int start = afterIndent(next);
      if (start >= next.end() || !Words.isToken(text.charAt(start))) {
        end();
        continue;
      }
      boolean atEdge = isSoft(line) || isAtEdge(line);
      boolean sure = atEdge || isFull(i);
      first = reading == null ? line : first;
      if (start - next.start() > (sure ? DEEPEST_INDENT : 0)
          || !(sure || isOpen.test(i))
          || (!atEdge && wholeEnds.get(line.end()) && isFresh(next))) {
        end();
        continue;
      }
      if (reading == null) {
        reading = new Reading.Builder(4 * (line.length() + next.length()));
        reading.append(page.text(), line.start(), line.end());
      }
      seams.add(new Seam(reading.length(), sure));
      reading.append(page.text(), start, next.end());
      if (seams.size() >= MOST_LINES) {
        end();
      }
    }
    end();
    return runs;
  }

  private void end() {
    if (reading != null) {
      runs.add(new Run(reading.build(), List.copyOf(seams)));
      reading = null;
      seams = new ArrayList<>();
    }
  }

  private boolean isSoft(Line line) {
    int end = page.text().indexOf('\n', line.end());
    return end >= 0 && page.soft().get(end);
  }

  private boolean isAtEdge(Line line) {
    return column.width() == 0 && line.length() == page.columns();
  }

  private boolean isFresh(Line next) {
    return FreshLine.isOne(beginning(next), beginning(first));
  }

  private String beginning(Line line) {
    int end = Math.min(line.end(), line.start() + Words.LONGEST);
    return page.text().substring(line.start(), end);
  }

  private int afterIndent(Line line) {
    int i = line.start();
    while (i < line.end() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /** Whether a line takes all the room there is. */
  private boolean isFull(int number) {
    var lines = column.lines();
    int length = lines.get(number).length();
    if (column.width() > 0) {
      return length == column.width() && lines.size() > 1;
    }
    if (length < LEAST_WIDTH) {
      return false;
    }
    for (int i = Math.max(0, number - NEIGHBOURS);
        i < Math.min(lines.size(), number + NEIGHBOURS + 1);
        i++) {
      if (lines.get(i).length() > length) {
        return false;
      }
    }
    return true;
  }
}
