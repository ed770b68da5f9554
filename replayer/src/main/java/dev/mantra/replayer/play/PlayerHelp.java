package dev.mantra.replayer.play;

import dev.mantra.terminal.Color;
import dev.mantra.terminal.Style;
import java.util.List;
import java.util.Optional;

/** The list of keys, as a box over the recording. */
final class PlayerHelp {

  private static final int KEY_COLUMNS = 14;
  private static final Style BOX =
      new Style(Color.STANDARD, Color.STANDARD, Color.STANDARD, Style.INVERSE, Optional.empty());

  private record Entry(String keys, String meaning) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("space", "pause or go on; at the end, play again"),
          new Entry(". ,", "next, previous frame"),
          new Entry("\u2192 \u2190", "5 seconds"),
          new Entry("Shift \u2192 \u2190", "10 % of the whole"),
          new Entry("PgDn PgUp", "1 minute"),
          new Entry("0 \u2026 9", "to a tenth of the whole"),
          new Entry("g G", "to the start, the end (also Home, End)"),
          new Entry("] [", "next, previous message or marker"),
          new Entry("} {", "next, previous prompt"),
          new Entry("/", "search in what was displayed (RE2)"),
          new Entry("n N", "next, previous hit"),
          new Entry(":", "go to 5, user:3, 12:34, 50%, /regex/ \u2026"),
          new Entry("> <", "faster, slower (also + -)"),
          new Entry("=", "the speed it began with"),
          new Entry("i", "long pauses cut short or in full"),
          new Entry("m", "messages and markers beside the screen"),
          new Entry("Ctrl-Z", "suspend; Ctrl-L draws again"),
          new Entry("q", "quit (also Ctrl-C)"));

  private static final String SHORT =
      "space pause  . , frame  \u2190 \u2192 5 s  Shift 10 %  PgUp PgDn 1 min  0-9 tenths"
          + "  < > speed  = normal  [ ] messages  / n N search  : position  i idle  q quit";

  private static final int COLUMNS =
      KEY_COLUMNS
          + ENTRIES.stream().mapToInt(entry -> entry.meaning().length()).max().orElse(0)
          + 3;

  private PlayerHelp() {}

  /** The most important keys in one line. */
  static String line() {
    return SHORT;
  }

  /** Draws the box in the middle of an area, or as much of it as there is room for. */
  static void draw(Picture picture, Area area) {
    int columns = Math.min(area.columns(), COLUMNS);
    int rows = Math.min(area.rows(), ENTRIES.size() + 2);
    int top = area.row() + (area.rows() - rows) / 2;
    int left = area.column() + (area.columns() - columns) / 2;
    int margin = rows == ENTRIES.size() + 2 ? 1 : 0;
    for (int i = 0; i < rows; i++) {
      picture.blank(top + i, left, left + columns, BOX);
      int entry = i - margin;
      if (entry >= 0 && entry < ENTRIES.size()) {
        write(picture, top + i, left, left + columns, ENTRIES.get(entry));
      }
    }
  }

  private static void write(Picture picture, int row, int from, int to, Entry entry) {
    picture.write(row, from, to, " " + entry.keys(), BOX);
    if (from + KEY_COLUMNS < to) {
      picture.write(row, from + KEY_COLUMNS, to, entry.meaning(), BOX);
    }
  }
}
