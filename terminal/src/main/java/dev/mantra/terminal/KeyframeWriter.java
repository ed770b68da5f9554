package dev.mantra.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.CRC32C;

/**
 * Writes a keyframe. Numbers are LEB128, texts their UTF-8 length and bytes. The body is:
 *
 * <pre>
 *  Unicode version, width policy, scrollback limit, columns, rows
 *  links      count, then id and address each
 *  styles     count, then foreground, background, underline colour, attributes, link
 *  clusters   count, then the number of code points and they
 *  rows       of the main screen, of the alternate screen; count and rows of the scrollback
 *  the rest   as {@link #state} writes it
 * </pre>
 *
 * A row is its flags, its used width and runs of cells; styles and clusters are numbered in the
 * order in which the rows first use them. A run's head is {@code style << 2 | protected << 1 |
 * repeated}, then its length, then one cell if it is repeated, else all. A cell is {@code form <<
 * 21 | code}, see {@link Form}.
 */
final class KeyframeWriter {
  /** How a cell is written. A wide character with its right half of the same style is one entry. */
  static final class Form {
    static final int NARROW = 0;
    static final int CLUSTER = 1;
    static final int WIDE = 2;
    static final int WIDE_CLUSTER = 3;
    static final int HEAD = 4;
    static final int HEAD_CLUSTER = 5;
    static final int TAIL = 6;
    static final int SHIFT = 21;

    private Form() {}
  }

  private static final int SHORTEST_REPEAT = 4;

  private final Terminal terminal;
  private final State state;
  private final Screen screen;
  private final Map<Integer, Integer> links = new LinkedHashMap<>();
  private final Map<Integer, Integer> styles = new LinkedHashMap<>();
  private final Map<Long, Integer> clusters = new LinkedHashMap<>();
  private ByteArrayOutputStream out = new ByteArrayOutputStream(8192);

  KeyframeWriter(Terminal terminal) {
    this.terminal = terminal;
    this.state = terminal.state();
    this.screen = terminal.screen();
  }

  byte[] write() {
    grid(screen.main);
    grid(screen.alternate);
    number(screen.scrollback.size());
    for (int i = 0; i < screen.scrollback.size(); i++) {
      row(screen.scrollback.get(i));
    }
    ByteArrayOutputStream rows = out;
    out = new ByteArrayOutputStream(1024);
    state();
    ByteArrayOutputStream rest = out;
    out = new ByteArrayOutputStream(rows.size() + 4096);
    out.writeBytes(
        ByteBuffer.allocate(5).putInt(Keyframe.MAGIC).put((byte) Keyframe.VERSION).array());
    number(CodePoints.UNICODE_VERSION);
    number(state.options.widthPolicy() == WidthPolicy.CLUSTERS ? 0 : 1);
    number(state.options.scrollback());
    number(screen.columns);
    number(screen.rows);
    tables();
    out.writeBytes(rows.toByteArray());
    out.writeBytes(rest.toByteArray());
    var crc = new CRC32C();
    crc.update(out.toByteArray());
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    return out.toByteArray();
  }

  private void grid(Grid grid) {
    for (int y = 0; y < grid.height(); y++) {
      row(grid.row(y));
    }
  }

  private void row(Row row) {
    number((row.wrapped ? 1 : 0) | (row.wide ? 2 : 0) | row.mark.code << 2);
    number(row.used);
    for (int x = 0; x < row.used; ) {
      long look = row.cells[x] & Cell.TEMPLATE;
      int same = x;
      while (same < row.used && row.cells[same] == row.cells[x]) {
        same++;
      }
      if (same - x >= SHORTEST_REPEAT) {
        head(look, true, same - x);
        cell(row, x, x);
        x = same;
      } else {
        int end = endOfRun(row, x);
        head(look, false, end - x);
        while (x < end) {
          x = cell(row, x, end);
        }
      }
    }
  }

  /** Where the style changes or a repetition begins. */
  private static int endOfRun(Row row, int from) {
    int end = from;
    int same = 0;
    while (end < row.used
        && (row.cells[end] & Cell.TEMPLATE) == (row.cells[from] & Cell.TEMPLATE)) {
      same = end > from && row.cells[end] == row.cells[end - 1] ? same + 1 : 1;
      end++;
      if (same == SHORTEST_REPEAT && end - from > SHORTEST_REPEAT) {
        return end - SHORTEST_REPEAT;
      }
    }
    return end;
  }

  private void head(long look, boolean repeated, int length) {
    int style = styles.computeIfAbsent(Cell.style(look), _ -> styles.size());
    number((long) style << 2 | ((look & Cell.PROTECTED) != 0 ? 2 : 0) | (repeated ? 1 : 0));
    number(length);
  }

  /** Writes the cell at {@code x} and returns the column to go on at. */
  private int cell(Row row, int x, int end) {
    long cell = row.cells[x];
    int form = Form.NARROW;
    int next = x + 1;
    if (Cell.isTail(cell)) {
      form = Form.TAIL;
    } else if (Cell.isWide(cell)) {
      boolean whole = next < end && row.cells[next] == ((cell & Cell.TEMPLATE) | Cell.TAIL);
      form = whole ? Form.WIDE : Form.HEAD;
      next = whole ? next + 1 : next;
    }
    long code = Cell.code(cell);
    if (Cell.isCluster(cell)) {
      form |= Form.CLUSTER;
      code = clusters.computeIfAbsent(cell & Cell.CONTENT, _ -> clusters.size());
    }
    number((long) form << Form.SHIFT | code);
    return next;
  }

  private void tables() {
    Styles all = screen.styles;
    for (int style : styles.keySet()) {
      link(all.link(style));
    }
    number(links.size());
    for (int link : links.keySet()) {
      text(all.linkAt(link).id());
      text(all.linkAt(link).uri());
    }
    number(styles.size());
    for (int style : styles.keySet()) {
      number(all.foreground(style));
      number(all.background(style));
      number(all.underlineColor(style));
      number(all.attributes(style));
      number(link(all.link(style)));
    }
    number(clusters.size());
    for (long cluster : clusters.keySet()) {
      int[] codePoints = screen.clusters.codePoints(cluster);
      number(codePoints.length);
      for (int codePoint : codePoints) {
        number(codePoint);
      }
    }
  }

  /** The number of a link in this keyframe, from 1; 0 is none. */
  private int link(int number) {
    return number == 0 ? 0 : links.computeIfAbsent(number, _ -> links.size() + 1);
  }

  private void state() {
    number(terminal.parser().offset());
    number(terminal.parser().sequenceStart());
    bytes(terminal.parser().unfinished());
    flag(screen.isAlternate());
    cursor(screen.cursor);
    number(screen.top);
    number(screen.bottom);
    number(screen.left);
    number(screen.right);
    pen(screen.pen);
    saved(screen.savedMain);
    saved(screen.savedAlternate);
    number(screen.modes.bits());
    number(screen.modes.savedBits());
    number(screen.charsets.save());
    number(screen.tabs.columns());
    long[] stops = screen.tabs.words();
    number(stops.length);
    for (long word : stops) {
      number(word);
    }
    flag(screen.afterPrint);
    number(screen.epoch);
    number(screen.scrolledOff);
    number(state.eraser.guard.code);
    flag(state.rectangles.exact);
    number(state.cursorStyle);
    number(state.queries);
    text(state.workingDirectory);
    text(state.titles.title);
    text(state.titles.icon);
    texts(state.titles.savedTitles());
    texts(state.titles.savedIcons());
    palette();
    keyboard();
    flag(state.frames.wasOpened());
    number(state.frames.openedAt());
    number(state.frames.finished());
  }

  private void cursor(Cursor cursor) {
    number(cursor.row);
    number(cursor.col);
    flag(cursor.pending);
  }

  private void pen(Pen pen) {
    number(pen.foreground);
    number(pen.background);
    number(pen.underlineColor);
    number(pen.attributes);
    flag(pen.guarded);
    flag(pen.link != 0);
    if (pen.link != 0) {
      text(screen.styles.linkAt(pen.link).id());
      text(screen.styles.linkAt(pen.link).uri());
    }
  }

  private void saved(SavedCursor saved) {
    cursor(saved.cursor);
    pen(saved.pen);
    flag(saved.origin);
    number(saved.charsets);
  }

  private void palette() {
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < Palette.SIZE; i++) {
      OptionalInt color = state.palette.get(i);
      if (color.isPresent()) {
        changed.add(i);
        changed.add(color.getAsInt());
      }
    }
    number(changed.size() / 2);
    changed.forEach(this::number);
  }

  private void keyboard() {
    Keyboard keyboard = state.keyboard;
    for (int which = 0; which < 2; which++) {
      number(keyboard.sizes[which]);
      for (int i = 0; i < keyboard.sizes[which]; i++) {
        number(keyboard.stacks[which][i]);
      }
    }
    number(keyboard.modifyOtherKeys);
  }

  private void number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private void flag(boolean value) {
    out.write(value ? 1 : 0);
  }

  private void bytes(byte[] value) {
    number(value.length);
    out.writeBytes(value);
  }

  private void text(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  private void texts(List<String> values) {
    number(values.size());
    values.forEach(this::text);
  }
}
