package dev.mantra.cli;

import java.util.List;
import java.util.Optional;

/** The rows that were found and the one that is chosen; headings cannot be. */
final class BrowseList {

  private List<BrowseRow> rows = List.of();
  private int chosen = -1;
  private int top;

  /** Shows other rows; the first that leads somewhere is chosen. */
  void show(List<BrowseRow> found) {
    rows = List.copyOf(found);
    chosen = next(-1, 1);
    top = 0;
  }

  /** Chooses the row so many choices further down; up when negative. */
  void move(int by) {
    int step = by < 0 ? -1 : 1;
    for (int left = Math.abs(by); left > 0; left--) {
      chosen = next(chosen, step);
    }
  }

  void moveToFirst() {
    chosen = next(-1, 1);
  }

  void moveToLast() {
    chosen = next(rows.size(), -1);
  }

  /** The next row that leads somewhere; where there is none, the one that is chosen. */
  private int next(int from, int step) {
    for (int row = from + step; row >= 0 && row < rows.size(); row += step) {
      if (rows.get(row).target().isPresent()) {
        return row;
      }
    }
    return chosen < rows.size() ? chosen : -1;
  }

  Optional<BrowseTarget> chosen() {
    return chosen < 0 ? Optional.empty() : rows.get(chosen).target();
  }

  boolean isChosen(BrowseRow row) {
    return chosen >= 0 && rows.get(chosen).equals(row);
  }

  /**
   * The rows that are seen in a window of this height: the chosen one and its heading with them.
   */
  List<BrowseRow> window(int height) {
    if (chosen >= 0) {
      int heading = chosen;
      while (heading > 0 && rows.get(heading).target().isPresent() && chosen - heading < 1) {
        heading--;
      }
      top = Math.min(top, heading);
      top = Math.max(top, chosen - height + 1);
    }
    top = Math.clamp(top, 0, Math.max(0, rows.size() - 1));
    return rows.subList(top, Math.min(rows.size(), top + Math.max(0, height)));
  }
}
