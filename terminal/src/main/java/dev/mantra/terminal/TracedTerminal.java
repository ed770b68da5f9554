package dev.mantra.terminal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A virtual terminal that knows of each character on its screen which byte of the stream drew it.
 *
 * <p>It has no colours: a cell has the byte's offset where it else has its style, so that offsets
 * go wherever cells go, through scrolling, insertion and new widths, at no cost for other
 * terminals.
 */
public final class TracedTerminal {
  private final Terminal terminal;
  private final Tracing tracing;

  public TracedTerminal(int columns, int rows, TerminalOptions options, StreamListener listener) {
    var state =
        new State(
            Math.clamp(columns, 1, Terminal.MOST_COLUMNS),
            Math.clamp(rows, 1, Terminal.MOST_ROWS),
            options);
    state.screen.traced = true;
    tracing = new Tracing(state, listener);
    terminal = new Terminal(state, tracing);
  }

  /** Takes the bytes {@code [from, to)} of an array, which is not kept. */
  public void feed(byte[] bytes, int from, int to) {
    tracing.begin(terminal.offset() - from);
    terminal.feed(bytes, from, to);
  }

  public void resize(int columns, int rows) {
    terminal.resize(columns, rows);
  }

  public int columns() {
    return terminal.columns();
  }

  public int rows() {
    return terminal.rows();
  }

  public int cursorRow() {
    return terminal.cursorRow();
  }

  public int cursorColumn() {
    return terminal.cursorColumn();
  }

  public boolean isAlternateScreen() {
    return terminal.isAlternateScreen();
  }

  /** The number of bytes fed. */
  public long offset() {
    return terminal.offset();
  }

  /** Whether the program has said that the screen is half drawn. */
  public boolean inSynchronizedUpdate() {
    return terminal.inSynchronizedUpdate();
  }

  /** A copy of one row of the screen that is shown. */
  public TracedLine line(int row) {
    var screen = terminal.screen();
    return new TracedLine(
        screen.line(screen.grid.row(Objects.checkIndex(row, screen.rows))), terminal.offset());
  }

  /** The offset of the byte that drew last of all in a row; -1 where nothing stands. */
  public long lastDrawn(int row) {
    var screen = terminal.screen();
    var cells = screen.grid.row(Objects.checkIndex(row, screen.rows));
    long now = tracing.now();
    long last = -1;
    for (int x = 0; x < cells.used; x++) {
      long cell = cells.cells[x];
      if ((cell & Cell.CONTENT) != 0) {
        last = Math.max(last, Tracing.offset(cell, now));
      }
    }
    return last;
  }

  /** Sends the lines that leave a screen to a sink, or to none. */
  public void setLineSink(@Nullable TracedLineSink sink) {
    terminal.setLineSink(
        sink == null ? null : (line, _) -> sink.lineLeft(new TracedLine(line, tracing.now())));
  }

  /** Takes the lines that scroll out of a screen, as {@link LineSink} does. */
  @FunctionalInterface
  public interface TracedLineSink {
    void lineLeft(TracedLine line);
  }
}
