package dev.mantra.terminal;

/** One row of a {@link TracedTerminal} as it was at one moment. */
public final class TracedLine {
  private final Line line;
  private final long now;

  TracedLine(Line line, long now) {
    this.line = line;
    this.now = now;
  }

  /** How many columns there are up to the last that anything was done to. */
  public int length() {
    return line.length();
  }

  /** Whether the text goes on in the next row because it did not fit into this one. */
  public boolean wrapped() {
    return line.wrapped();
  }

  /** The character at a column, without what joins it; a space where nothing stands. */
  public int codePointAt(int column) {
    return line.codePointAt(column);
  }

  /** Whether a column is the right half of a wide character. */
  public boolean isTailAt(int column) {
    return Cell.isTail(line.cell(column));
  }

  /** The offset of the first byte of the character at a column; -1 where none was printed. */
  public long offsetAt(int column) {
    long cell = line.cell(column);
    return (cell & Cell.CONTENT) == 0 ? -1 : Tracing.offset(cell, now);
  }
}
