package dev.mantra.replayer.render;

import dev.mantra.terminal.Style;
import dev.mantra.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;

/** A screen as it is painted: all colours are settled, and the cursor's cell is a piece. */
record Picture(int columns, Theme theme, String title, List<List<Piece>> rows) {

  static Picture of(Terminal screen) {
    var theme = Theme.of(screen);
    var rows = new ArrayList<List<Piece>>();
    for (int y = 0; y < screen.rows(); y++) {
      var row = new ArrayList<Piece>();
      for (var run : Run.of(screen.line(y))) {
        add(row, theme.look(run.style()), run.glyphs());
      }
      rows.add(
          screen.isCursorVisible() && y == screen.cursorRow()
              ? withCursor(row, screen, theme)
              : row);
    }
    return new Picture(screen.columns(), theme, VisibleText.of(screen.title()), rows);
  }

  private static List<Piece> withCursor(List<Piece> row, Terminal screen, Theme theme) {
    int column = screen.cursorColumn();
    fill(row, column, theme);
    var changed = new ArrayList<Piece>();
    for (var piece : row) {
      var glyphs = piece.glyphs();
      for (int i = 0; i < glyphs.size(); i++) {
        if (glyphs.get(i).covers(column)) {
          add(changed, piece.look(), glyphs.subList(0, i));
          var look = piece.look().withCursor(screen.cursorShape(), theme.cursor());
          add(changed, look, glyphs.subList(i, i + 1));
          glyphs = glyphs.subList(i + 1, glyphs.size());
          break;
        }
      }
      add(changed, piece.look(), glyphs);
    }
    return changed;
  }

  /** Makes the row reach as far as the cursor. */
  private static void fill(List<Piece> row, int column, Theme theme) {
    int end = row.isEmpty() ? 0 : row.getLast().column() + row.getLast().columns();
    var blanks = new ArrayList<Glyph>();
    for (int x = end; x <= column; x++) {
      blanks.add(new Glyph(x, 1, " "));
    }
    add(row, theme.look(Style.PLAIN), blanks);
  }

  private static void add(List<Piece> row, Look look, List<Glyph> glyphs) {
    if (!glyphs.isEmpty()) {
      row.add(
          new Piece(
              look,
              look.isHidden() ? glyphs.stream().map(Glyph::blank).toList() : List.copyOf(glyphs)));
    }
  }
}
