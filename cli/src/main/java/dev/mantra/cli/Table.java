package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Rows of text in columns, cut to the width of the terminal at the right. */
final class Table {

  private static final int BETWEEN = 2;

  /** Where the text of a column stands. */
  enum Align {
    LEFT,
    RIGHT
  }

  /** A piece of text and, perhaps, how it stands out. */
  record Cell(String text, Optional<Style> style) {

    Cell {
      text = SafeText.of(text);
    }

    static Cell of(String text) {
      return new Cell(text, Optional.empty());
    }

    static Cell of(String text, Style style) {
      return new Cell(text, Optional.of(style));
    }
  }

  private final List<Align> aligns;
  private final List<List<Cell>> rows = new ArrayList<>();

  Table(List<Align> aligns) {
    this.aligns = List.copyOf(aligns);
  }

  void row(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  void printTo(Console console) {
    int most = console.width().orElse(Integer.MAX_VALUE);
    var widths = widths();
    for (var row : rows) {
      console.print(line(row, widths, most, console));
    }
  }

  private List<Integer> widths() {
    var widths = new ArrayList<>(Collections.nCopies(aligns.size(), 0));
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths.set(i, Math.max(widths.get(i), DisplayWidth.of(row.get(i).text())));
      }
    }
    return widths;
  }

  private String line(List<Cell> row, List<Integer> widths, int most, Console console) {
    var line = new StringBuilder();
    int room = most;
    for (int i = 0; i < row.size() && room > 0; i++) {
      var cell = row.get(i);
      var text = DisplayWidth.cut(cell.text(), room);
      int padding = Math.min(widths.get(i), room) - DisplayWidth.of(text);
      var shown = cell.style().map(style -> console.styled(style, text)).orElse(text);
      boolean last = i == row.size() - 1;
      if (aligns.get(i) == Align.RIGHT) {
        line.repeat(' ', padding).append(shown);
      } else {
        line.append(shown).repeat(' ', last ? 0 : padding);
      }
      room -= widths.get(i) + BETWEEN;
      if (!last && room > 0) {
        line.repeat(' ', BETWEEN);
      }
    }
    return line.toString().stripTrailing();
  }
}
