package dev.mantra.terminal;

import java.util.ArrayList;
import java.util.List;

/** Lays soft-wrapped lines out at another width, and tells where chosen positions went. */
final class Reflow {
  /**
   * A position that stays with its character: a row's index and the cells before it in that row.
   */
  static final class Mark {
    private static final int ELSEWHERE = -1;

    private final int sourceRow;
    private final int sourceCol;

    /** Cells before it in the line that is being laid out. */
    private int offset = ELSEWHERE;

    /** Where it went. The column may be one past the last. */
    int row;

    int col;

    Mark(int row, int col) {
      sourceRow = row;
      sourceCol = col;
    }

    private void arrive(int toRow, int toCol) {
      row = toRow;
      col = toCol;
      offset = ELSEWHERE;
    }
  }

  private final List<Row> source;
  private final int oldColumns;
  private final int columns;
  private final List<Mark> marks;
  private final List<Row> result = new ArrayList<>();

  private Reflow(List<Row> source, int oldColumns, int columns, List<Mark> marks) {
    this.source = source;
    this.oldColumns = oldColumns;
    this.columns = columns;
    this.marks = marks;
  }

  static List<Row> run(List<Row> source, int oldColumns, int columns, List<Mark> marks) {
    var reflow = new Reflow(source, oldColumns, columns, marks);
    for (int from = 0; from < source.size(); ) {
      int to = from;
      while (to + 1 < source.size() && source.get(to).wrapped) {
        to++;
      }
      reflow.line(from, to);
      from = to + 1;
    }
    return reflow.result;
  }

  private void line(int from, int to) {
    int length = measure(from, to);
    Row first = source.get(from);
    if (from == to && length <= columns) {
      first.wrapped = false;
      first.resize(columns, 0);
      result.add(first);
      finish(length, length);
      placeWithin(length);
      return;
    }
    Row out = begin(from, to);
    int x = 0;
    int offset = 0;
    for (int r = from; r <= to; r++) {
      Row row = source.get(r);
      int end = lengthOf(r, to);
      for (int at = 0; at < end; at++, offset++) {
        long cell = row.get(at);
        if (Cell.isTail(cell)) {
          continue;
        }
        if (Cell.isWide(cell) && columns == 1) {
          cell &= Cell.TEMPLATE;
        }
        int width = Cell.isWide(cell) ? 2 : 1;
        if (x + width > columns) {
          out.wrapped = true;
          out = new Row();
          result.add(out);
          x = 0;
        }
        place(offset, x, width);
        out.set(x++, cell, columns);
        if (width == 2) {
          out.wide = true;
          out.set(x++, (cell & Cell.TEMPLATE) | Cell.TAIL, columns);
        }
      }
    }
    keepColoredEnd(source.get(to), length > 0 ? lengthOf(to, to) : 0, out, x);
    finish(length, x);
  }

  private Row begin(int from, int to) {
    var out = new Row();
    for (int r = to; r >= from; r--) {
      SemanticMark mark = source.get(r).mark;
      out.mark = mark == SemanticMark.NONE ? out.mark : mark;
    }
    result.add(out);
    return out;
  }

  /** Blanks with a background after the text stay as far as they fit. */
  private void keepColoredEnd(Row last, int textEnd, Row out, int from) {
    int x = from;
    for (int at = textEnd; at < last.used && x < columns; at++) {
      out.set(x++, last.cells[at], columns);
    }
  }

  /** Cells of a row that belong to the text of the line that ends in row {@code to}. */
  private int lengthOf(int r, int to) {
    Row row = source.get(r);
    if (r == to) {
      return row.textLength();
    }
    boolean spacer =
        (row.get(oldColumns - 1) & (Cell.CONTENT | Cell.KIND)) == 0
            && Cell.isWide(source.get(r + 1).get(0));
    return spacer ? oldColumns - 1 : oldColumns;
  }

  /** The line's length; the marks in it get their offset from its start. */
  private int measure(int from, int to) {
    int length = 0;
    for (int r = from; r <= to; r++) {
      for (Mark mark : marks) {
        if (mark.sourceRow == r) {
          mark.offset = length + mark.sourceCol;
        }
      }
      length += lengthOf(r, to);
    }
    return length;
  }

  /** The line did not change: neither do the marks in it. */
  private void placeWithin(int length) {
    for (Mark mark : marks) {
      if (mark.offset >= 0 && mark.offset < length) {
        mark.arrive(result.size() - 1, mark.offset);
      }
    }
  }

  private void place(int offset, int x, int width) {
    for (Mark mark : marks) {
      if (mark.offset >= offset && mark.offset < offset + width) {
        mark.arrive(result.size() - 1, x);
      }
    }
  }

  /**
   * Marks that are not on a character stand as far right of column {@code x} as of the cell at
   * {@code offset}. One right behind a full row stands one past its last column.
   */
  private void finish(int offset, int x) {
    for (Mark mark : marks) {
      if (mark.offset == offset) {
        mark.arrive(result.size() - 1, x);
      } else if (mark.offset > offset) {
        mark.arrive(result.size() - 1, Math.min(columns - 1, x + mark.offset - offset));
      }
    }
  }
}
