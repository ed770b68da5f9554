package dev.mantra.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A new size for both screens. The alternate screen is cut or padded. The main screen's lines are
 * laid out anew, and the cursor stays with its character:
 *
 * <ul>
 *   <li>fewer rows: rows below the cursor go first, then the top ones into the scrollback;
 *   <li>more rows: the scrollback comes back if the cursor is on the last row, else blank rows are
 *       added below;
 *   <li>fewer columns: blank rows below the text are used up before anything goes into the
 *       scrollback, but not to keep a part of a line;
 *   <li>more columns: rows that become free at the bottom are filled from the scrollback.
 * </ul>
 */
final class Resize {
  private final Screen screen;
  private final int columns;
  private final int rows;

  private Resize(Screen screen, int columns, int rows) {
    this.screen = screen;
    this.columns = columns;
    this.rows = rows;
  }

  static void run(Screen screen, int columns, int rows) {
    var resize = new Resize(screen, columns, rows);
    boolean onAlternate = screen.isAlternate();
    resize.alternate(onAlternate ? screen.cursor : screen.savedAlternate.cursor);
    if (onAlternate) {
      resize.main(screen.savedMain.cursor, screen.savedMain.cursor);
    } else {
      resize.main(screen.cursor, screen.savedMain.cursor);
    }
    if (screen.columns != columns) {
      screen.epoch++;
    }
    screen.columns = columns;
    screen.rows = rows;
    screen.tabs.resize(columns);
    screen.resetMargins();
  }

  private void alternate(Cursor cursor) {
    List<Row> all = new ArrayList<>(Arrays.asList(screen.alternate.rows()));
    int cut = Math.max(0, cursor.row - rows + 1);
    all.subList(0, cut).clear();
    while (all.size() > rows) {
      all.removeLast();
    }
    while (all.size() < rows) {
      all.add(new Row());
    }
    for (Row row : all) {
      row.resize(columns, 0);
      row.wrapped = false;
    }
    screen.alternate.replace(all.toArray(Row[]::new));
    place(cursor, cursor.row - cut, Math.min(cursor.col, columns - 1));
    place(
        screen.savedAlternate.cursor,
        screen.savedAlternate.cursor.row,
        position(screen.savedAlternate.cursor));
  }

  private void main(Cursor cursor, Cursor saved) {
    List<Row> all = new ArrayList<>(Arrays.asList(screen.scrollback.drain()));
    int oldTop = all.size();
    all.addAll(Arrays.asList(screen.main.rows()));
    int cursorIndex = oldTop + cursor.row;
    int savedIndex = oldTop + saved.row;
    int top = changeHeight(all, oldTop, cursorIndex);
    leave(all, oldTop, top);
    if (screen.columns == columns) {
      layOut(all, top);
      place(cursor, cursorIndex - top, position(cursor));
      place(saved, savedIndex - top, position(saved));
      return;
    }
    int blankRows = cutBlankRows(all, cursorIndex);
    var origin = new Reflow.Mark(top, 0);
    var at = new Reflow.Mark(cursorIndex, position(cursor));
    var savedAt = new Reflow.Mark(Math.min(savedIndex, all.size() - 1), position(saved));
    all = Reflow.run(all, screen.columns, columns, List.of(origin, at, savedAt));
    int filled = Math.min(origin.row, Math.max(0, all.size() + blankRows - rows));
    top = Math.max(filled, all.size() - rows);
    while (top > origin.row && top < all.size() + blankRows - rows && all.get(top - 1).wrapped) {
      top++;
    }
    top = Math.min(at.row, top);
    leave(all, origin.row, top);
    layOut(all, top);
    place(cursor, at.row - top, at.col);
    if (saved != cursor) {
      place(saved, savedAt.row - top, savedAt.col);
    }
  }

  /** Adds or takes rows; returns the index of the screen's new top row. */
  private int changeHeight(List<Row> all, int oldTop, int cursorIndex) {
    int top = oldTop;
    for (int n = screen.rows; n < rows; n++) {
      if (top > 0 && cursorIndex == all.size() - 1) {
        top--;
      } else {
        all.add(new Row());
      }
    }
    for (int n = screen.rows; n > rows; n--) {
      if (all.size() - 1 > cursorIndex) {
        cut(all);
      } else {
        top++;
      }
    }
    return top;
  }

  /** Takes the blank rows at the end, but not the cursor's; returns how many they were. */
  private static int cutBlankRows(List<Row> all, int cursorIndex) {
    int before = all.size();
    while (all.size() - 1 > cursorIndex && all.getLast().isBlank()) {
      all.removeLast();
    }
    return before - all.size();
  }

  private void cut(List<Row> all) {
    Row row = all.removeLast();
    if (screen.sink != null && !row.isBlank()) {
      screen.sink.lineLeft(screen.line(row), Departure.CUT_BY_RESIZE);
    }
  }

  private void leave(List<Row> all, int from, int to) {
    for (int i = from; i < to; i++) {
      screen.scrolledOff++;
      if (screen.sink != null) {
        screen.sink.lineLeft(screen.line(all.get(i)), Departure.SCROLLED_OFF);
      }
    }
  }

  private void layOut(List<Row> all, int top) {
    while (all.size() > top + rows) {
      cut(all);
    }
    while (all.size() < top + rows) {
      all.add(new Row());
    }
    for (Row row : all.subList(0, top)) {
      screen.scrollback.push(row);
    }
    screen.main.replace(all.subList(top, top + rows).toArray(Row[]::new));
  }

  private static int position(Cursor cursor) {
    return cursor.pending ? cursor.col + 1 : cursor.col;
  }

  /** A column one past the last stands for a pending wrap. */
  private void place(Cursor cursor, int row, int col) {
    cursor.set(Math.clamp(row, 0, rows - 1), Math.min(col, columns - 1));
    cursor.pending = col >= columns;
  }
}
