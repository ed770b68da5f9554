package dev.mantra.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A virtual terminal: takes the bytes that a program wrote and keeps the screen they make.
 *
 * <p>Any bytes are valid, cut into calls anywhere: only their order counts. Nothing here throws on
 * them or answers them. Sizes are brought into 1 to {@value #MOST_COLUMNS} columns and {@value
 * #MOST_ROWS} rows. Rows and columns count from 0. Not safe for use by several threads.
 */
public final class Terminal {
  public static final int MOST_COLUMNS = 4096;
  public static final int MOST_ROWS = 2048;

  private final State state;
  private final Screen screen;
  private final Parser parser;

  public Terminal(int columns, int rows) {
    this(columns, rows, TerminalOptions.STANDARD);
  }

  public Terminal(int columns, int rows, TerminalOptions options) {
    this(new State(Math.clamp(columns, 1, MOST_COLUMNS), Math.clamp(rows, 1, MOST_ROWS), options));
  }

  Terminal(State state) {
    this(state, new Interpreter(state));
  }

  Terminal(State state, ControlFunctions functions) {
    this.state = state;
    screen = state.screen;
    parser = new Parser(functions);
    state.attach(parser);
  }

  /** Takes the bytes {@code [from, to)} of an array, which is not kept. */
  public void feed(byte[] bytes, int from, int to) {
    parser.feed(bytes, from, to);
  }

  public void feed(byte[] bytes) {
    parser.feed(bytes, 0, bytes.length);
  }

  /** The user's window got another size. */
  public void resize(int columns, int rows) {
    int newColumns = Math.clamp(columns, 1, MOST_COLUMNS);
    int newRows = Math.clamp(rows, 1, MOST_ROWS);
    if (newColumns != screen.columns || newRows != screen.rows) {
      Resize.run(screen, newColumns, newRows);
    }
  }

  public TerminalOptions options() {
    return state.options;
  }

  public int columns() {
    return screen.columns;
  }

  public int rows() {
    return screen.rows;
  }

  // The screen that is shown

  /** A copy of one row of the screen that is shown. */
  public Line line(int row) {
    return screen.line(screen.grid.row(Objects.checkIndex(row, screen.rows)));
  }

  /**
   * The screen's text, a line feed after each row but the last, without blanks at the rows' ends.
   */
  public String text() {
    var text = new StringBuilder();
    for (int y = 0; y < screen.rows; y++) {
      text.append(y == 0 ? "" : "\n").append(line(y).text());
    }
    return text.toString();
  }

  /**
   * The lines on the screen as {@link LineCollector} takes them: soft-wrapped rows are one line,
   * also with what of it is above the screen, and borders and blank lines are left out.
   */
  public List<String> readableLines() {
    List<String> lines = new ArrayList<>();
    var joiner = new LineJoiner(lines::add);
    if (!isAlternateScreen()) {
      int from = screen.scrollback.size();
      while (from > 0 && screen.scrollback.get(from - 1).wrapped) {
        from--;
      }
      for (int i = from; i < screen.scrollback.size(); i++) {
        joiner.add(scrollbackLine(i));
      }
    }
    for (int y = 0; y < screen.rows; y++) {
      joiner.add(line(y));
    }
    joiner.end();
    return lines;
  }

  public int cursorRow() {
    return screen.cursor.row;
  }

  public int cursorColumn() {
    return screen.cursor.col;
  }

  /**
   * Whether the last column was just written to, so that the next character goes to the next row.
   */
  public boolean isWrapPending() {
    return screen.cursor.pending;
  }

  public boolean isCursorVisible() {
    return screen.modes.isSet(Mode.CURSOR_VISIBLE);
  }

  public CursorShape cursorShape() {
    return switch (state.cursorStyle) {
      case 3, 4 -> CursorShape.UNDERLINE;
      case 5, 6 -> CursorShape.BAR;
      default -> CursorShape.BLOCK;
    };
  }

  public boolean isAlternateScreen() {
    return screen.isAlternate();
  }

  public boolean isSet(Mode mode) {
    return screen.modes.isSet(mode);
  }

  public String title() {
    return state.titles.title;
  }

  public String iconName() {
    return state.titles.icon;
  }

  /**
   * The folder that OSC 7 told last, a {@code file:} address as the stream wrote it; empty if it
   * never did.
   */
  public String workingDirectory() {
    return state.workingDirectory;
  }

  /** The {@code 0xRRGGBB} that the stream gave to one of the 256 palette colours. */
  public OptionalInt paletteColor(int index) {
    return state.palette.get(Math.clamp(index, 0, 255));
  }

  /** The text colour that the stream set (OSC 10). */
  public OptionalInt defaultForeground() {
    return state.palette.get(Palette.FOREGROUND);
  }

  /** The background that the stream set (OSC 11). */
  public OptionalInt defaultBackground() {
    return state.palette.get(Palette.BACKGROUND);
  }

  /** The cursor's colour that the stream set (OSC 12). */
  public OptionalInt cursorColor() {
    return state.palette.get(Palette.CURSOR);
  }

  /** The flags of kitty's keyboard protocol that are in force. */
  public int keyboardFlags() {
    return state.keyboard.flags(screen.isAlternate() ? 1 : 0);
  }

  // What is above the main screen

  public int scrollbackSize() {
    return screen.scrollback.size();
  }

  /** A copy of a row above the main screen; 0 is the oldest. */
  public Line scrollbackLine(int index) {
    return screen.line(screen.scrollback.get(Objects.checkIndex(index, screen.scrollback.size())));
  }

  /**
   * Counts how often the scrollback was wiped or laid out anew: by ED 3, by RIS, by a new width.
   */
  public int scrollbackEpoch() {
    return screen.epoch;
  }

  /** Counts the rows that ever went into the scrollback. */
  public long scrolledOff() {
    return screen.scrolledOff;
  }

  /** Sends the lines that leave a screen to a sink, or to none. */
  public void setLineSink(@Nullable LineSink sink) {
    screen.sink = sink;
  }

  // Moments

  /** The number of bytes fed. */
  public long offset() {
    return parser.offset();
  }

  /**
   * Whether the program has said that the screen is half drawn (mode 2026). An update of more than
   * 2 MiB is no longer believed.
   */
  public boolean inSynchronizedUpdate() {
    return state.frames.isOpen(parser.offset());
  }

  /**
   * The offset of the last screen that was not half drawn: where the open update began, or {@link
   * #offset()}.
   */
  public long completeFrameOffset() {
    return inSynchronizedUpdate() ? state.frames.openedAt() : parser.offset();
  }

  /** How many synchronised updates were completed. */
  public long completedUpdates() {
    return state.frames.finished();
  }

  /** Whether no character or sequence is unfinished: a good place for a keyframe. */
  public boolean isBetweenSequences() {
    return parser.isIdle();
  }

  /** How often the stream asked the terminal for something. It got no answer. */
  public long queries() {
    return state.queries;
  }

  /**
   * The images of the stream since this terminal was made or restored, the last thousand at most.
   */
  public List<Image> images() {
    return List.copyOf(state.images);
  }

  Screen screen() {
    return screen;
  }

  State state() {
    return state;
  }

  Parser parser() {
    return parser;
  }
}
