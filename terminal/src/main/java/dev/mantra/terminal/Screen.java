package dev.mantra.terminal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two grids, the cursor, the margins and the pen, with the functions that move the cursor or
 * scroll. Rows and columns are 0-based, bounds inclusive.
 */
final class Screen {
  int columns;
  int rows;
  int top;
  int bottom;
  int left;
  int right;

  final Cursor cursor = new Cursor();
  final Pen pen = new Pen();
  final Modes modes;
  final Tabs tabs;
  final Charsets charsets = new Charsets();
  final SavedCursor savedMain = new SavedCursor();
  final SavedCursor savedAlternate = new SavedCursor();
  final Scrollback scrollback;

  Grid main;
  Grid alternate;
  Grid grid;

  /** Replaced by {@link Compaction}, so not to be kept. */
  Styles styles = new Styles();

  Clusters clusters = new Clusters();

  /**
   * The last thing that happened was that something was printed, so REP has something to repeat.
   */
  boolean afterPrint;

  /** Cells have a mark in place of a style: see {@link Tracing}. */
  boolean traced;

  /** Counts the times that the scrollback was wiped or laid anew: by ED 3, RIS or a resize. */
  int epoch;

  /** Counts the rows that ever went into the scrollback. */
  long scrolledOff;

  @Nullable LineSink sink;

  Screen(int columns, int rows, TerminalOptions options) {
    this.columns = columns;
    this.rows = rows;
    modes = new Modes(options.widthPolicy());
    tabs = new Tabs(columns);
    scrollback = new Scrollback(options.scrollback());
    main = new Grid(rows);
    alternate = new Grid(rows);
    grid = main;
    resetMargins();
  }

  /** RIS. */
  void reset(WidthPolicy policy) {
    modes.reset(policy);
    tabs.reset(columns);
    charsets.reset();
    savedMain.reset();
    savedAlternate.reset();
    pen.reset();
    pen.link = 0;
    pen.guarded = false;
    main.clear();
    alternate.clear();
    grid = main;
    cursor.set(0, 0);
    resetMargins();
    clearScrollback();
  }

  void resetMargins() {
    top = 0;
    bottom = rows - 1;
    left = 0;
    right = columns - 1;
  }

  boolean isAlternate() {
    return grid == alternate;
  }

  Row row() {
    return grid.row(cursor.row);
  }

  long blank() {
    return pen.blank(styles);
  }

  void clearScrollback() {
    scrollback.clear();
    epoch++;
  }

  // Cursor

  /** The column after the last one that printing reaches from here. */
  int limit() {
    return cursor.col <= right ? right + 1 : columns;
  }

  boolean isWithinColumns() {
    return cursor.col >= left && cursor.col <= right;
  }

  boolean isWithinMargins() {
    return cursor.row >= top && cursor.row <= bottom && isWithinColumns();
  }

  boolean hasFullWidth() {
    return left == 0 && right == columns - 1;
  }

  /** CUP, HVP: from the origin, which is the margins' corner in origin mode. */
  void moveTo(int row, int col) {
    if (modes.origin) {
      cursor.set(Math.min(top + row, bottom), Math.min(left + col, right));
    } else {
      cursor.set(Math.min(row, rows - 1), Math.min(col, columns - 1));
    }
  }

  void moveToColumn(int col) {
    cursor.set(cursor.row, modes.origin ? Math.min(left + col, right) : Math.min(col, columns - 1));
  }

  void moveToRow(int row) {
    cursor.set(modes.origin ? Math.min(top + row, bottom) : Math.min(row, rows - 1), cursor.col);
  }

  /** VPR, HPR: the margins do not hold. */
  void moveBy(int down, int right) {
    cursor.set(Math.min(cursor.row + down, rows - 1), Math.min(cursor.col + right, columns - 1));
  }

  void up(int n) {
    int limit = cursor.row >= top ? top : 0;
    cursor.set(Math.max(limit, cursor.row - n), cursor.col);
  }

  void down(int n) {
    int limit = cursor.row <= bottom ? bottom : rows - 1;
    cursor.set(Math.min(limit, cursor.row + n), cursor.col);
  }

  void forward(int n) {
    cursor.set(cursor.row, Math.min(limit() - 1, cursor.col + n));
  }

  void back(int n) {
    boolean extended = modes.isSet(Mode.REVERSE_WRAP_EXTENDED);
    if (modes.autowrap && (extended || modes.isSet(Mode.REVERSE_WRAP))) {
      backOverLines(n, extended);
    } else {
      int limit = cursor.col >= left ? left : 0;
      cursor.set(cursor.row, Math.max(limit, cursor.col - n));
    }
  }

  /**
   * CUB and BS in reverse-wrap mode (xterm's 45): up into rows that are soft-wrapped; in mode 1045
   * into any.
   */
  private void backOverLines(int count, boolean extended) {
    int n = Math.min(count, columns * rows);
    if (cursor.pending) {
      cursor.pending = false;
      n--;
    }
    int limit = cursor.col < left ? 0 : left;
    while (true) {
      int step = Math.min(n, Math.max(0, cursor.col - limit));
      cursor.col -= step;
      n -= step;
      if (n <= 0) {
        return;
      }
      if (cursor.row == top) {
        if (!extended) {
          return;
        }
        cursor.row = bottom;
      } else if (cursor.row == 0 || (!extended && !grid.row(cursor.row - 1).wrapped)) {
        return;
      } else {
        cursor.row--;
      }
      cursor.col = right;
      n--;
    }
  }

  void carriageReturn() {
    cursor.set(cursor.row, modes.origin || cursor.col >= left ? left : 0);
  }

  void tab(int n) {
    if (!cursor.pending) {
      int limit = limit() - 1;
      for (int i = 0; i < n && cursor.col < limit; i++) {
        cursor.col = tabs.next(cursor.col, limit);
      }
    }
  }

  void backTab(int n) {
    cursor.pending = false;
    int limit = modes.origin ? left : 0;
    for (int i = 0; i < n && cursor.col > limit; i++) {
      cursor.col = tabs.previous(cursor.col, limit);
    }
  }

  void save() {
    SavedCursor saved = isAlternate() ? savedAlternate : savedMain;
    saved.cursor.set(cursor.row, cursor.col);
    saved.cursor.pending = cursor.pending;
    saved.pen.copyFrom(pen);
    saved.origin = modes.origin;
    saved.charsets = charsets.save();
  }

  void restore() {
    SavedCursor saved = isAlternate() ? savedAlternate : savedMain;
    modes.set(Mode.ORIGIN, saved.origin);
    charsets.restore(saved.charsets);
    int link = pen.link;
    pen.copyFrom(saved.pen);
    pen.link = link;
    pen.changed();
    cursor.set(Math.min(saved.cursor.row, rows - 1), Math.min(saved.cursor.col, columns - 1));
    if (saved.cursor.pending && cursor.col + 1 < limit()) {
      cursor.col++; // a pending wrap is not restored, but the cell that has become free is used
    }
  }

  void enterAlternate() {
    if (grid == main) {
      grid = alternate;
      clearRows(0, rows - 1);
    }
  }

  void leaveAlternate() {
    grid = main;
  }

  // Lines

  /** Goes on in the next row because the text did not fit. */
  void wrap() {
    boolean whole = cursor.col == columns - 1;
    boolean moves = cursor.row != bottom && cursor.row < rows - 1;
    if (whole) {
      row().wrapped = moves || cursor.row == bottom;
    }
    index();
    cursor.col = left;
    if (whole && cursor.row > 0 && (moves || cursor.row > top)) {
      grid.row(cursor.row - 1).wrapped = true; // scrolling took the flag off the region's last row
    }
  }

  /** IND, LF: down, scrolling at the bottom margin. */
  void index() {
    cursor.pending = false;
    if (cursor.row != bottom) {
      if (cursor.row < rows - 1) {
        cursor.row++;
      }
    } else if (hasFullWidth()) {
      if (top == 0 && grid == main) {
        scrollOff();
      } else {
        scrollUp(1);
      }
    } else if (isWithinColumns()) {
      scrollUp(1);
    }
  }

  /** RI. */
  void reverseIndex() {
    cursor.pending = false;
    if (cursor.row != top) {
      cursor.row = Math.max(0, cursor.row - 1);
    } else if (isWithinColumns()) {
      scrollDown(1);
    }
  }

  /** The top row of the main screen goes into the scrollback. */
  private void scrollOff() {
    Row out = grid.row(0);
    scrolledOff++;
    if (sink != null) {
      sink.lineLeft(line(out), Departure.SCROLLED_OFF);
    }
    if (bottom == rows - 1) {
      Row next = scrollback.push(out);
      grid.slide(next);
      next.erase(0, columns, blank(), columns);
    } else {
      Row[] all = grid.rows();
      System.arraycopy(all, 1, all, 0, bottom);
      Row next = scrollback.push(out);
      all[bottom] = next;
      grid.replace(all);
      next.erase(0, columns, blank(), columns);
    }
  }

  void scrollUp(int n) {
    scrollUp(top, n);
  }

  void scrollDown(int n) {
    scrollDown(top, n);
  }

  /** Rows {@code from} to the bottom margin move up, between the left and right margins. */
  void scrollUp(int from, int count) {
    int n = Math.min(count, bottom - from + 1);
    if (!hasFullWidth()) {
      cutMargins(from);
      for (int y = from; y + n <= bottom; y++) {
        grid.row(y).copyCells(grid.row(y + n), left, left, right - left + 1, columns);
      }
      eraseColumns(bottom - n + 1, bottom);
      return;
    }
    depart(from, n);
    grid.row(bottom).wrapped = false;
    grid.rotateUp(from, bottom, n);
    clearRows(bottom - n + 1, bottom);
    detach(from);
  }

  /** Rows {@code from} to the bottom margin move down, between the left and right margins. */
  void scrollDown(int from, int count) {
    int n = Math.min(count, bottom - from + 1);
    if (!hasFullWidth()) {
      cutMargins(from);
      for (int y = bottom; y - n >= from; y--) {
        grid.row(y).copyCells(grid.row(y - n), left, left, right - left + 1, columns);
      }
      eraseColumns(from, from + n - 1);
      return;
    }
    depart(bottom - n + 1, n);
    grid.rotateDown(from, bottom, n);
    grid.row(bottom).wrapped = false;
    clearRows(from, from + n - 1);
    detach(from);
  }

  /** The row above what moved no longer goes on in the row below it. */
  private void detach(int from) {
    if (from > 0) {
      grid.row(from - 1).wrapped = false;
    }
  }

  private void depart(int from, int n) {
    if (sink != null) {
      for (int y = from; y < from + n; y++) {
        sink.lineLeft(
            line(grid.row(y)),
            isAlternate() ? Departure.SCROLLED_ALTERNATE : Departure.SCROLLED_AWAY);
      }
    }
  }

  private void cutMargins(int from) {
    for (int y = from; y <= bottom; y++) {
      grid.row(y).cut(left, blank());
      grid.row(y).cut(right + 1, blank());
    }
  }

  private void eraseColumns(int from, int to) {
    for (int y = from; y <= to; y++) {
      grid.row(y).erase(left, right + 1, blank(), columns);
    }
  }

  /** Clears rows of their marks too. */
  void clearRows(int from, int to) {
    if (from == 0 && grid == main && scrollback.size() > 0) {
      scrollback.get(scrollback.size() - 1).wrapped = false; // the rest of its line is gone
    }
    for (int y = from; y <= to; y++) {
      grid.row(y).clear();
      grid.row(y).erase(0, columns, blank(), columns);
    }
  }

  Line line(Row row) {
    return new Line(row, columns, styles, clusters);
  }

  /** What does not hold of this screen though it always should, or nothing. Tests ask for it. */
  Optional<String> verify() {
    if (cursor.row < 0 || cursor.row >= rows || cursor.col < 0 || cursor.col >= columns) {
      return Optional.of("cursor outside: " + cursor.row + ", " + cursor.col);
    }
    if (cursor.pending && cursor.col != limit() - 1) {
      return Optional.of("wrap pending in column " + cursor.col);
    }
    if (top < 0 || top > bottom || bottom >= rows || left < 0 || left > right || right >= columns) {
      return Optional.of("margins " + top + "-" + bottom + ", " + left + "-" + right);
    }
    if (scrollback.size() > scrollback.limit()
        || main.height() != rows
        || alternate.height() != rows) {
      return Optional.of("heights");
    }
    for (int i = 0; i < scrollback.size(); i++) {
      if (!isSound(scrollback.get(i))) {
        return Optional.of("row " + i + " of the scrollback");
      }
    }
    for (int y = 0; y < rows; y++) {
      if (!isSound(main.row(y)) || !isSound(alternate.row(y))) {
        return Optional.of("row " + y);
      }
    }
    return Optional.empty();
  }

  /** Wide characters have both halves, and all numbers are known. */
  private boolean isSound(Row row) {
    if (row.used > columns || row.used > row.cells.length) {
      return false;
    }
    for (int x = 0; x < row.used; x++) {
      long cell = row.cells[x];
      boolean halves = !Cell.isWide(cell) || (row.wide && Cell.isTail(row.get(x + 1)));
      boolean tail =
          !Cell.isTail(cell)
              || (x > 0 && Cell.isWide(row.cells[x - 1]) && (cell & Cell.CONTENT) == 0);
      boolean known =
          Cell.style(cell) < styles.size()
              && (!Cell.isCluster(cell) || Cell.code(cell) < clusters.size());
      if (!halves || !tail || !known) {
        return false;
      }
    }
    return true;
  }
}
