package dev.mantra.terminal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Reads what {@link KeyframeWriter} wrote. */
final class KeyframeReader {
  /** A checksum that is right over a body that is not: some other program's bytes. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final ByteBuffer in;

  private KeyframeReader(ByteBuffer in) {
    this.in = in;
  }

  static Optional<Terminal> read(byte[] keyframe) {
    int body = keyframe.length - 4;
    if (body < 5) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(keyframe, 0, body);
    var crc = new CRC32C();
    crc.update(keyframe, 0, body);
    if (ByteBuffer.wrap(keyframe).getInt(body) != (int) crc.getValue()
        || in.getInt() != Keyframe.MAGIC
        || in.get() != Keyframe.VERSION) {
      return Optional.empty();
    }
    try {
      return new KeyframeReader(in).terminal();
    } catch (BufferUnderflowException | IndexOutOfBoundsException | Malformed e) {
      return Optional.empty();
    }
  }

  private Optional<Terminal> terminal() {
    if (number() != CodePoints.UNICODE_VERSION) {
      return Optional.empty(); // text may have had other widths
    }
    WidthPolicy policy = number() == 0 ? WidthPolicy.CLUSTERS : WidthPolicy.CODE_POINTS;
    var options = new TerminalOptions(number(), policy);
    int columns = within(1, Terminal.MOST_COLUMNS);
    var state = new State(columns, within(1, Terminal.MOST_ROWS), options);
    Screen screen = state.screen;
    Style.Link[] links = links();
    int[] styles = styles(screen, links);
    long[] clusters = clusters(screen);
    for (Grid grid : List.of(screen.main, screen.alternate)) {
      for (int y = 0; y < grid.height(); y++) {
        row(grid.row(y), screen, styles, clusters);
      }
    }
    for (int n = within(0, options.scrollback()); n > 0; n--) {
      var row = new Row();
      row(row, screen, styles, clusters);
      screen.scrollback.push(row);
    }
    var terminal = new Terminal(state);
    state(terminal, state, screen);
    return Optional.of(terminal);
  }

  private Style.Link[] links() {
    Style.Link[] links = new Style.Link[within(0, in.remaining())];
    for (int i = 0; i < links.length; i++) {
      links[i] = new Style.Link(text(), text());
    }
    return links;
  }

  private int[] styles(Screen screen, Style.Link[] links) {
    int[] styles = new int[within(0, in.remaining())];
    for (int i = 0; i < styles.length; i++) {
      int foreground = number();
      int background = number();
      int underlineColor = number();
      int attributes = number();
      int link = number();
      int known = link == 0 ? 0 : screen.styles.link(links[link - 1]);
      styles[i] = screen.styles.intern(foreground, background, underlineColor, attributes, known);
    }
    return styles;
  }

  private long[] clusters(Screen screen) {
    long[] clusters = new long[within(0, in.remaining())];
    for (int i = 0; i < clusters.length; i++) {
      int length = within(2, Clusters.MOST_CODE_POINTS);
      long content = within(0, Character.MAX_CODE_POINT);
      for (int n = 1; n < length; n++) {
        content = screen.clusters.append(content, within(0, Character.MAX_CODE_POINT));
      }
      clusters[i] = content;
    }
    return clusters;
  }

  private void row(Row row, Screen screen, int[] styles, long[] clusters) {
    int flags = number();
    row.wrapped = (flags & 1) != 0;
    row.wide = (flags & 2) != 0;
    row.mark = SemanticMark.of(flags >> 2);
    int used = within(0, screen.columns);
    row.reach(used, screen.columns);
    for (int x = 0; x < used; ) {
      int head = number();
      long look =
          (long) styles[head >> 2] << Cell.STYLE_SHIFT | ((head & 2) != 0 ? Cell.PROTECTED : 0);
      int end = x + within(1, used - x);
      if ((head & 1) != 0) {
        int first = x;
        cell(row, x, look, clusters);
        while (++x < end) {
          row.cells[x] = row.cells[first];
        }
      } else {
        while (x < end) {
          x = cell(row, x, look, clusters);
        }
      }
    }
  }

  private int cell(Row row, int x, long look, long[] clusters) {
    int value = number();
    int form = value >>> KeyframeWriter.Form.SHIFT;
    int code = value & (int) Cell.CODE;
    long content = (form & KeyframeWriter.Form.CLUSTER) != 0 ? clusters[code] : code;
    switch (form) {
      case KeyframeWriter.Form.NARROW, KeyframeWriter.Form.CLUSTER -> row.cells[x] = look | content;
      case KeyframeWriter.Form.WIDE, KeyframeWriter.Form.WIDE_CLUSTER -> {
        row.cells[x] = look | Cell.WIDE | content;
        row.cells[x + 1] = look | Cell.TAIL;
        return x + 2;
      }
      case KeyframeWriter.Form.HEAD, KeyframeWriter.Form.HEAD_CLUSTER ->
          row.cells[x] = look | Cell.WIDE | content;
      default -> row.cells[x] = look | Cell.TAIL;
    }
    return x + 1;
  }

  private void state(Terminal terminal, State state, Screen screen) {
    long offset = longNumber();
    long sequenceStart = longNumber();
    byte[] unfinished = bytes();
    screen.grid = flag() ? screen.alternate : screen.main;
    cursor(screen.cursor, screen);
    screen.top = within(0, screen.rows - 1);
    screen.bottom = within(screen.top, screen.rows - 1);
    screen.left = within(0, screen.columns - 1);
    screen.right = within(screen.left, screen.columns - 1);
    pen(screen.pen, screen);
    saved(screen.savedMain, screen);
    saved(screen.savedAlternate, screen);
    screen.modes.restore(longNumber(), longNumber());
    screen.charsets.restore(longNumber());
    int known = number();
    long[] stops = new long[within(0, in.remaining())];
    for (int i = 0; i < stops.length; i++) {
      stops[i] = longNumber();
    }
    screen.tabs.restore(stops, known);
    // the unfinished bytes are offered before what they must not change is set
    terminal.parser().feed(unfinished, 0, unfinished.length);
    terminal.parser().continueAt(offset, sequenceStart);
    screen.afterPrint = flag();
    screen.epoch = number();
    screen.scrolledOff = longNumber();
    state.eraser.guard = Eraser.Guard.of(number());
    state.rectangles.exact = flag();
    state.cursorStyle = number();
    state.queries = longNumber();
    state.workingDirectory = text();
    state.titles.title = text();
    state.titles.icon = text();
    state.titles.restore(texts(), texts());
    for (int n = within(0, Palette.SIZE); n > 0; n--) {
      state.palette.set(number(), number());
    }
    keyboard(state.keyboard);
    state.frames.restore(flag(), longNumber(), longNumber());
  }

  private void cursor(Cursor cursor, Screen screen) {
    cursor.set(within(0, screen.rows - 1), within(0, screen.columns - 1));
    cursor.pending = flag();
  }

  private void pen(Pen pen, Screen screen) {
    pen.foreground = number();
    pen.background = number();
    pen.underlineColor = number();
    pen.attributes = number();
    pen.guarded = flag();
    pen.link = flag() ? screen.styles.link(new Style.Link(text(), text())) : 0;
    pen.changed();
  }

  private void saved(SavedCursor saved, Screen screen) {
    cursor(saved.cursor, screen);
    pen(saved.pen, screen);
    saved.origin = flag();
    saved.charsets = longNumber();
  }

  private void keyboard(Keyboard keyboard) {
    for (int which = 0; which < 2; which++) {
      keyboard.sizes[which] = within(0, Keyboard.DEPTH);
      for (int i = 0; i < keyboard.sizes[which]; i++) {
        keyboard.stacks[which][i] = number();
      }
    }
    keyboard.modifyOtherKeys = number();
  }

  private int number() {
    return (int) longNumber();
  }

  private long longNumber() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new Malformed();
  }

  private int within(int least, int most) {
    int value = number();
    if (value < least || value > most) {
      throw new Malformed();
    }
    return value;
  }

  private boolean flag() {
    return in.get() != 0;
  }

  private byte[] bytes() {
    byte[] value = new byte[within(0, in.remaining())];
    in.get(value);
    return value;
  }

  private String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int n = within(0, in.remaining()); n > 0; n--) {
      texts.add(text());
    }
    return texts;
  }
}
