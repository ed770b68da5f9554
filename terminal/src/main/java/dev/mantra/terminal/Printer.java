package dev.mantra.terminal;

/**
 * Puts text on the screen. Whole runs go straight from the bytes into the cells; {@link
 * #print(int)} does the same for one code point and is what the runs are tested against.
 */
final class Printer {
  /** Of the characters in a word, the bits that none of them has if all are ASCII. */
  private static final int BEYOND_ASCII = 0x80808080;

  /** A run of ASCII characters is looked at one by one up to this length. */
  private static final int WORD = 16;

  /** No code point. */
  private static final int NONE = Utf8Decoder.ILL_FORMED;

  private final Screen screen;
  private final Cursor cursor;

  Printer(Screen screen) {
    this.screen = screen;
    this.cursor = screen.cursor;
  }

  /** See {@link ControlFunctions#print(byte[], int, int)}. */
  int print(byte[] bytes, int from, int to) {
    Modes modes = screen.modes;
    if (modes.insert || !modes.autowrap || !screen.charsets.isPlain()) {
      return printOne(bytes, from);
    }
    int i = from;
    while (i < to) {
      int ch = bytes[i];
      if (ch >= 0x20 && ch != 0x7F) {
        i = printAscii(bytes, i, to);
      } else if (ch < 0) {
        int next = printPlain(bytes, i, to);
        if (next == i && modes.clusters) {
          next = printClusters(bytes, i, to);
        }
        if (next == i) {
          next = printWhole(bytes, i, to);
        }
        if (next == i) {
          break;
        }
        i = next;
      } else {
        break;
      }
    }
    screen.afterPrint |= i > from;
    return i;
  }

  /**
   * With insertion, translation or without wrapping: an ASCII character at a time; the parser
   * decodes the rest.
   */
  private int printOne(byte[] bytes, int from) {
    int ch = bytes[from];
    if (ch < 0x20 || ch == 0x7F) {
      return from;
    }
    print(ch);
    return from + 1;
  }

  private int printAscii(byte[] bytes, int from, int to) {
    Screen s = screen;
    long template = s.pen.template(s.styles);
    int i = from;
    do {
      if (cursor.pending) {
        s.wrap();
      }
      int x = cursor.col;
      int limit = s.limit();
      int most = Math.min(to, i + limit - x);
      Row row = s.row();
      long[] cells = row.cells(s.columns);
      int end = i;
      if (x > row.used) {
        row.reach(x, s.columns);
      }
      if (row.wide && x < row.used) {
        end = AsciiRun.end(bytes, i, most);
        row.cut(x, s.blank());
        row.cut(x + end - i, s.blank());
        AsciiRun.store(bytes, i, cells, x, end - i, template);
      } else {
        // most runs are words: for them a scan of its own would cost more than it saves
        int ch;
        for (int word = Math.min(most, i + WORD);
            end < word && (ch = bytes[end]) >= 0x20 && ch != 0x7F;
            end++) {
          cells[x + end - i] = template | ch;
        }
        if (end == i + WORD) {
          int start = end;
          end = AsciiRun.end(bytes, start, most);
          AsciiRun.store(bytes, start, cells, x + start - i, end - start, template);
        }
      }
      int stop = x + end - i;
      if (stop > row.used) {
        row.used = stop;
      }
      i = end;
      advance(stop, limit);
    } while (i < to && bytes[i] >= 0x20 && bytes[i] != 0x7F);
    return i;
  }

  /** Prints one whole, well-formed character wherever it has to go. */
  private int printWhole(byte[] b, int from, int to) {
    int codePoint =
        from <= to - Integer.BYTES ? Utf8Decoder.codePoint(Utf8Decoder.word(b, from)) : NONE;
    if (codePoint == NONE) {
      return from;
    }
    put(codePoint, CodePoints.properties(codePoint));
    return from + Utf8Decoder.length(codePoint);
  }

  /**
   * Prints plain characters of two or of three bytes that have the same width, up to the end of the
   * row: text of one script, or borders and bars.
   */
  private int printPlain(byte[] b, int from, int to) {
    Screen s = screen;
    int word = from <= to - Integer.BYTES ? Utf8Decoder.word(b, from) : 0;
    boolean three = word >>> 28 == 0xE;
    int codePoint = three ? Utf8Decoder.threeBytes(word) : Utf8Decoder.twoBytes(word);
    int properties = codePoint == NONE ? 0 : CodePoints.properties(codePoint);
    if ((properties & CodePoints.PLAIN) == 0 || joins(properties)) {
      return from;
    }
    if (cursor.pending) {
      s.wrap();
    }
    Row row = s.row();
    long[] cells = row.cells(s.columns);
    int limit = s.limit();
    int width = properties & CodePoints.WIDTH;
    int start = cursor.col;
    int x = start + width;
    if (x > limit) {
      return from;
    }
    long template = s.pen.template(s.styles);
    cells[x - 1] = template | Cell.TAIL; // a narrow character overwrites it
    cells[start] = template | (long) (width - 1) << Cell.KIND_SHIFT | codePoint;
    int i = from + (three ? 3 : 2);
    if (three ? (word & 0xF0) == 0xE0 : (word & 0xE000) == 0xC000) {
      int room = limit - x;
      int last = to - Integer.BYTES;
      int end;
      if (width == 2) {
        end = PlainRun.wide(b, i, Math.min(last, i + (room / 2 - 1) * 3), cells, x, template);
        x += (end - i) / 3 * 2;
      } else if (three) {
        end = PlainRun.threeBytes(b, i, Math.min(last, i + (room - 1) * 3), cells, x, template);
        x += (end - i) / 3;
      } else {
        end = PlainRun.twoBytes(b, i, Math.min(last, i + (room - 1) * 2), cells, x, template);
        x += (end - i) / 2;
      }
      i = end;
    }
    finish(row, start, x, width == 2);
    advance(x, limit);
    return i;
  }

  /** Whether a code point joins the character before the cursor. */
  private boolean joins(int properties) {
    return screen.modes.clusters
        && GraphemeBreak.mayJoin(properties)
        && GraphemeBreak.next(stateBefore(screen.row(), columnAfter()), properties)
            != GraphemeBreak.BREAK;
  }

  /**
   * Prints multi-byte characters that join one another or come in all lengths, and single ASCII
   * characters between them. Whatever is rare is left to {@link #print(int)}: this loop calls
   * nothing, so that its variables stay in registers.
   */
  private int printClusters(byte[] b, int from, int to) {
    Screen s = screen;
    Clusters clusters = s.clusters;
    long template = s.pen.template(s.styles);
    Row row = s.row();
    long[] cells = row.cells(s.columns);
    int limit = s.limit();
    int start = columnAfter();
    int state = stateBefore(row, start);
    int x = start;
    int i = from;
    while (i <= to - Integer.BYTES) {
      int word = Utf8Decoder.word(b, i);
      int length;
      int codePoint;
      if (word >= 0) {
        length = 1;
        codePoint = (word & BEYOND_ASCII) == 0 ? NONE : word >>> 24;
        if (codePoint < 0x20 || codePoint == 0x7F) {
          break;
        }
      } else if (word >>> 28 == 0xF) {
        length = 4;
        codePoint = Utf8Decoder.fourBytes(word);
      } else if (word >>> 28 == 0xE) {
        length = 3;
        codePoint = Utf8Decoder.threeBytes(word);
      } else {
        length = 2;
        codePoint = Utf8Decoder.twoBytes(word);
      }
      if (codePoint == NONE) {
        break;
      }
      int properties = CodePoints.properties(codePoint);
      int width = properties & CodePoints.WIDTH;
      int joined = GraphemeBreak.next(state, properties);
      if (joined == GraphemeBreak.BREAK) {
        if (width == 0 || x + width > limit) {
          break;
        }
        cells[x + width - 1] = template | Cell.TAIL; // a narrow character overwrites it
        cells[x] = template | (long) (width - 1) << Cell.KIND_SHIFT | codePoint;
        row.wide |= width == 2;
        x += width;
        state = GraphemeBreak.start(properties);
      } else {
        int at = x - 1 - Cell.tail(cells[x - 1]);
        long cell = cells[at];
        long content = clusters.find(cell, codePoint);
        int change = changeOfWidth(cell, codePoint, width);
        if (content < 0) {
          break;
        }
        if (change != 0) {
          if (change < 0 || x == limit || x < row.used) {
            break;
          }
          row.wide = true;
          cells[x++] = (cell & Cell.TEMPLATE) | Cell.TAIL;
          cell |= Cell.WIDE;
        }
        cells[at] = (cell & ~Cell.CONTENT) | content;
        state = joined;
      }
      i += length;
    }
    if (x > start) {
      finish(row, start, x, false);
      advance(x, limit);
    }
    return i;
  }

  /**
   * After cells were overwritten: makes the ones before them readable, and blanks what is left of
   * wide characters that were overwritten in part.
   */
  private void finish(Row row, int from, int to, boolean wide) {
    if (from > row.used) {
      row.reach(from, screen.columns);
    } else if (row.wide && from < row.used) {
      if (from > 0 && Cell.isWide(row.cells[from - 1])) {
        row.cells[from - 1] = screen.blank();
      }
      if (to < row.used && Cell.isTail(row.cells[to])) {
        row.cells[to] = screen.blank();
      }
    }
    row.used = Math.max(row.used, to);
    row.wide |= wide;
  }

  /** By how many columns a code point that joins a cell makes it wider. */
  private static int changeOfWidth(long cell, int codePoint, int width) {
    if (codePoint == CharWidth.VARIATION_SELECTOR_15) {
      return CharWidth.narrows(cell) ? -1 : 0;
    }
    return !Cell.isWide(cell) && (width > 0 || CharWidth.widens(cell, codePoint)) ? 1 : 0;
  }

  /** Stores a character for which there is room. */
  private void store(long content, int width) {
    Screen s = screen;
    Row row = s.row();
    int x = cursor.col;
    int end = x + width;
    long[] cells = row.cells(s.columns);
    if (x < row.used && row.wide) {
      row.cut(x, s.blank());
      row.cut(end, s.blank());
    } else if (x > row.used) {
      row.reach(x, s.columns);
    }
    long template = s.pen.template(s.styles);
    if (width == 2) {
      row.wide = true;
      cells[x] = template | Cell.WIDE | content;
      cells[x + 1] = template | Cell.TAIL;
    } else {
      cells[x] = template | content;
    }
    if (end > row.used) {
      row.used = end;
    }
    advance(end, s.limit());
  }

  private void advance(int x, int limit) {
    if (x == limit) {
      cursor.col = x - 1;
      cursor.pending = true;
    } else {
      cursor.col = x;
      cursor.pending = false;
    }
  }

  /** Prints one code point, through translation and insertion. */
  void print(int codePoint) {
    int shown = screen.charsets.translate(codePoint);
    put(shown, CodePoints.properties(shown));
    screen.afterPrint = true;
  }

  /** Puts a code point into a new cell, or into the one before the cursor. */
  private void put(int codePoint, int properties) {
    int width = properties & CodePoints.WIDTH;
    if (width == 0) {
      // controls written in UTF-8 are dropped; a mark needs something to stand on
      if (codePoint >= 0xA0 && stateBefore(screen.row(), columnAfter()) != GraphemeBreak.NOTHING) {
        join(codePoint, width);
      }
      return;
    }
    if (joins(properties)) {
      join(codePoint, width);
      return;
    }
    if (width == 2) {
      putWide(codePoint);
      return;
    }
    if (cursor.pending && screen.modes.autowrap) {
      screen.wrap();
    }
    insertRoom(1);
    cursor.pending = false;
    store(codePoint, 1);
  }

  private void putWide(long content) {
    Screen s = screen;
    if (cursor.pending && s.modes.autowrap) {
      s.wrap();
    }
    if (cursor.col + 1 >= s.limit()) {
      if (!s.modes.autowrap || s.limit() - s.left < 2) {
        return; // there is no room for it anywhere
      }
      if (s.limit() == s.columns) {
        s.row().erase(cursor.col, s.columns, s.blank(), s.columns);
      }
      s.wrap();
      if (cursor.col + 1 >= s.limit()) {
        return;
      }
    }
    cursor.pending = false;
    insertRoom(2);
    store(content, 2);
  }

  /** IRM: shifts what is right of the cursor. */
  private void insertRoom(int width) {
    if (screen.modes.insert) {
      Editing.insertCells(screen, screen.row(), cursor.col, screen.limit(), width);
    }
  }

  /** The column after the character that was printed last, if the cursor was not moved since. */
  private int columnAfter() {
    return cursor.pending ? cursor.col + 1 : cursor.col;
  }

  /** The column of the character before a column, or -1. */
  private static int columnBefore(Row row, int after) {
    int x = after - 1;
    return x > 0 && Cell.isTail(row.get(x)) ? x - 1 : x;
  }

  private int stateBefore(Row row, int after) {
    int x = columnBefore(row, after);
    if (x < 0) {
      return GraphemeBreak.NOTHING;
    }
    long cell = row.get(x);
    return (cell & Cell.CONTENT) == 0 ? GraphemeBreak.NOTHING : screen.clusters.state(cell);
  }

  /**
   * Adds a code point to the character before the cursor, which may become wider or narrower by
   * that.
   */
  private void join(int codePoint, int width) {
    Screen s = screen;
    if (s.clusters.isFull()) {
      Compaction.run(s);
    }
    Row row = s.row();
    int x = columnBefore(row, columnAfter());
    long cell = row.get(x);
    int change = s.modes.clusters ? changeOfWidth(cell, codePoint, width) : 0;
    long content = s.clusters.append(cell, codePoint);
    if (change > 0) {
      widen(row, x, content);
    } else {
      row.cells[x] = (cell & ~Cell.CONTENT) | content;
      if (change < 0) {
        narrow(row, x);
      }
    }
  }

  private void widen(Row row, int x, long content) {
    Screen s = screen;
    int limit = s.limit();
    if (x + 1 < limit) {
      row.cut(x + 2, s.blank());
      row.reach(x + 2, s.columns);
      row.wide = true;
      row.cells[x] = (row.cells[x] & Cell.TEMPLATE) | Cell.WIDE | content;
      row.cells[x + 1] = (row.cells[x] & Cell.TEMPLATE) | Cell.TAIL;
      advance(x + 2, limit);
    } else if (s.modes.autowrap && limit - s.left >= 2) {
      row.erase(x, x + 1, s.blank(), s.columns);
      cursor.pending = true;
      putWide(content);
    } else {
      row.cells[x] = (row.cells[x] & ~Cell.CONTENT) | content;
    }
  }

  private void narrow(Row row, int x) {
    row.cells[x] &= ~Cell.KIND;
    row.cells[x + 1] &= Cell.TEMPLATE;
    cursor.pending = false;
    cursor.col = x + 1;
  }

  /** REP: the character before the cursor once more, as often as the screen has cells at most. */
  void repeat(int count) {
    int x = columnBefore(screen.row(), columnAfter());
    long cell = x < 0 ? 0 : screen.row().get(x);
    if (!screen.afterPrint || (cell & Cell.CONTENT) == 0) {
      return;
    }
    int[] codePoints = screen.clusters.codePoints(cell);
    for (int n = Math.min(count, screen.columns * screen.rows); n > 0; n--) {
      for (int codePoint : codePoints) {
        put(codePoint, CodePoints.properties(codePoint));
      }
    }
  }
}
