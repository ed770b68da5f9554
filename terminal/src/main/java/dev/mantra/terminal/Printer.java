package dev.mantra.terminal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Puts text on the screen. Whole runs go straight from the bytes into the cells; {@link
 * #print(int)} does the same for one code point and is what the runs are tested against.
 */
final class Printer {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int ASCII = 0x80808080;
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private static final int VARIATION_SELECTORS = 0xFE00;

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
        int next = printMultiByte(bytes, i, to);
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
        end = asciiEnd(bytes, i, most);
        row.cut(x, s.blank());
        row.cut(x + end - i, s.blank());
        store(bytes, i, cells, x, end - i, template);
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
          end = asciiEnd(bytes, start, most);
          store(bytes, start, cells, x + start - i, end - start, template);
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

  private static void store(byte[] bytes, int from, long[] cells, int x, int count, long template) {
    for (int k = 0; k < count; k++) {
      cells[x + k] = template | bytes[from + k];
    }
  }

  /** The index of the first byte that is not printable ASCII, eight bytes at a time. */
  private static int asciiEnd(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - 8; i += 8) {
      long w = (long) EIGHT.get(bytes, i);
      long control = (w - EACH * 0x20) & ~w;
      long del = w ^ (EACH * 0x7F);
      long stop = (w | control | ((del - EACH) & ~del)) & HIGH;
      if (stop != 0) {
        return i + (Long.numberOfTrailingZeros(stop) >>> 3);
      }
    }
    while (i < to && bytes[i] >= 0x20 && bytes[i] != 0x7F) {
      i++;
    }
    return i;
  }

  /**
   * Prints whole, well-formed multi-byte characters and single ASCII characters between them. The
   * decoder of the parser takes what is ill-formed or cut off.
   */
  private int printMultiByte(byte[] b, int from, int to) {
    Screen s = screen;
    long template = s.pen.template(s.styles);
    boolean clustering = s.modes.clusters;
    int state = GraphemeBreak.UNKNOWN;
    int single = 0;
    int i = from;
    while (i < to) {
      // what fits into this row, with the position in local variables
      Row row = s.row();
      long[] cells = row.cells(s.columns);
      int limit = s.limit();
      int start = cursor.pending ? limit : cursor.col;
      int x = start;
      int used = row.used;
      boolean wide = row.wide;
      int next = i;
      int properties = 0;
      int codePoint = NONE;
      while (i <= to - Integer.BYTES) {
        int word = (int) FOUR.get(b, i);
        int length = 3;
        if (word >>> 28 == 0xE) {
          next = i + 3;
          codePoint = Utf8Decoder.threeBytes(word);
        } else {
          length = Utf8Decoder.length(word);
          if (length == 1) {
            next = i + 1;
            codePoint = (word & ASCII) == 0 ? NONE : word >>> 24;
          } else if (length == 2) {
            next = i + 2;
            codePoint = Utf8Decoder.twoBytes(word);
          } else {
            next = i + 4;
            codePoint = Utf8Decoder.fourBytes(word);
          }
        }
        if (codePoint == NONE) {
          break;
        }
        properties = CodePoints.properties(codePoint);
        int width = properties & CodePoints.WIDTH;
        int joined = GraphemeBreak.BREAK;
        if (clustering && GraphemeBreak.mayJoin(properties)) {
          if (state == GraphemeBreak.SINGLE) {
            state = GraphemeBreak.start(single);
          } else if (state == GraphemeBreak.UNKNOWN) {
            row.used = used;
            state = stateBefore(row, x);
          }
          joined = state == GraphemeBreak.NOTHING ? joined : GraphemeBreak.next(state, properties);
        }
        if (joined == GraphemeBreak.BREAK) {
          if (width == 0 || x + width > limit) {
            break;
          }
          if (x != used) {
            row.used = used;
            row.wide = wide;
            prepare(row, x, width);
            used = row.used;
          }
          cells[x] = template | (long) (width - 1) << Cell.KIND_SHIFT | codePoint;
          if (x + width >= used) {
            cells[x + 1] = template | Cell.TAIL; // of a narrow character: not used yet
            used = x + width;
          } else if (width == 2) {
            cells[x + 1] = template | Cell.TAIL;
          }
          wide |= width == 2;
          if (length == 3 && !wide && !GraphemeBreak.mayJoin(properties)) {
            // borders and bars are one character over and over
            int last = Math.min(to - 3, next + (limit - x - 2) * 3);
            for (;
                next <= last && (int) FOUR.get(b, next - 1) << 8 == (word & 0xFFFFFF00);
                next += 3) {
              cells[x + 1] = cells[x];
              x++;
            }
            used = Math.max(used, x + 1);
          }
          x += width;
          state = GraphemeBreak.SINGLE;
          single = properties;
        } else {
          int at = Cell.isTail(cells[x - 1]) ? x - 2 : x - 1;
          long cell = cells[at];
          if (s.clusters.isFull()) {
            break;
          }
          int change = changeOfWidth(cell, codePoint, width);
          if (change != 0) {
            if (change < 0 || x == limit || x < used) {
              break;
            }
            wide = true;
            cells[x++] = (cell & Cell.TEMPLATE) | Cell.TAIL;
            used = x;
            cell |= Cell.WIDE;
          }
          long content = s.clusters.append(cell, codePoint);
          state = content == (cell & Cell.CONTENT) ? GraphemeBreak.UNKNOWN : joined;
          cells[at] = (cell & ~Cell.CONTENT) | content;
        }
        codePoint = NONE;
        i = next;
      }
      row.used = used;
      row.wide = wide;
      if (x > start) {
        advance(x, limit);
      }
      if (codePoint == NONE) {
        return i;
      }
      put(codePoint, properties);
      state = GraphemeBreak.UNKNOWN;
      i = next;
    }
    return i;
  }

  /** Makes the cells before {@code x} readable, and whole what is overwritten in part. */
  private void prepare(Row row, int x, int width) {
    if (x > row.used) {
      row.reach(x, screen.columns);
    } else if (row.wide) {
      row.cut(x, screen.blank());
      row.cut(x + width, screen.blank());
    }
  }

  /** By how many columns a code point that joins a cell makes it wider. */
  private int changeOfWidth(long cell, int codePoint, int width) {
    boolean wide = Cell.isWide(cell);
    if (width != 0 ? wide : codePoint >> 4 != VARIATION_SELECTORS >> 4) {
      return 0;
    }
    Clusters clusters = screen.clusters;
    int before = wide ? 2 : 1;
    return CharWidth.joined(before, clusters.firstCodePoint(cell), clusters.length(cell), codePoint)
        - before;
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
    if (screen.modes.clusters && GraphemeBreak.mayJoin(properties)) {
      int state = stateBefore(screen.row(), columnAfter());
      if (state != GraphemeBreak.NOTHING
          && GraphemeBreak.next(state, properties) != GraphemeBreak.BREAK) {
        join(codePoint, width);
        return;
      }
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
