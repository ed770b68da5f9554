package dev.mantra.replayer.play;

import dev.mantra.terminal.Terminal;

/**
 * Which part of a recorded screen is seen where there is no room for all of it: its first row and
 * column.
 */
record Viewport(int row, int column) {

  static final Viewport START = new Viewport(0, 0);

  /** Moves as little as it takes to have the cursor in view, seen or not: there things happen. */
  Viewport follow(Terminal terminal, Area area) {
    return follow(terminal, area, terminal.cursorRow(), terminal.cursorColumn());
  }

  /** Moves as little as it takes to have a cell of the screen in view. */
  Viewport follow(Terminal terminal, Area area, int cellRow, int cellColumn) {
    return new Viewport(
        follow(row, cellRow, area.rows(), terminal.rows()),
        follow(column, cellColumn, area.columns(), terminal.columns()));
  }

  /** Whether a screen does not fit into an area. */
  static boolean isNeeded(Terminal terminal, Area area) {
    return terminal.rows() > area.rows() || terminal.columns() > area.columns();
  }

  private static int follow(int first, int wanted, int room, int whole) {
    int shown = Math.max(1, room);
    int kept = Math.clamp(first, wanted - shown + 1, wanted);
    return Math.clamp(kept, 0, Math.max(0, whole - shown));
  }
}
