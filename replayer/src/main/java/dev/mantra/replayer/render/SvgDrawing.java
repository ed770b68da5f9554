package dev.mantra.replayer.render;

import dev.mantra.replayer.Xml;
import dev.mantra.terminal.CursorShape;
import java.io.IOException;

/**
 * A screen as an image. Each text is told its place and length, so that the cells stay in their
 * grid in any font; lines and boxes are figures, so that they join.
 */
record SvgDrawing(Picture picture, Xml xml) {

  static final String STYLE = "text{white-space:pre;font-variant-ligatures:none;font-kerning:none}";

  /** Writes a document of its own. */
  void write() throws IOException {
    begin();
    if (!picture.title().isEmpty()) {
      xml.begin("title").text(picture.title()).end().line();
    }
    xml.begin("style").text(STYLE).end().line();
    cells();
    xml.end().flush();
  }

  /** Writes an element of a page that has {@link #STYLE} in its sheet. */
  void writePart() throws IOException {
    begin();
    cells();
    xml.end().line();
  }

  private void begin() throws IOException {
    int width = x(picture.columns()) + CellSize.MARGIN;
    int height = y(picture.rows().size()) + CellSize.MARGIN;
    xml.begin("svg", "xmlns", "http://www.w3.org/2000/svg")
        .attribute("width", Integer.toString(width))
        .attribute("height", Integer.toString(height))
        .attribute("viewBox", "0 0 " + width + " " + height)
        .attribute("font-family", CellSize.FONTS)
        .attribute("font-size", Integer.toString(CellSize.FONT))
        .attribute("fill", Theme.hex(picture.theme().foreground()))
        .attribute("xml:space", "preserve")
        .line();
  }

  private void cells() throws IOException {
    xml.empty("rect", "width", "100%", "height", "100%")
        .attribute("fill", Theme.hex(picture.theme().background()))
        .line();
    for (var area : Backgrounds.of(picture)) {
      rectangle(
          x(area.column()),
          y(area.row()),
          area.columns() * CellSize.WIDTH,
          area.rows() * CellSize.HEIGHT,
          area.color());
    }
    for (int row = 0; row < picture.rows().size(); row++) {
      for (var piece : picture.rows().get(row)) {
        piece(piece, row);
      }
    }
  }

  private void piece(Piece piece, int row) throws IOException {
    for (var chunk : piece.chunks()) {
      switch (chunk.kind()) {
        case TEXT -> words(chunk, piece.look(), row);
        case SINGLE -> single(chunk, piece.look(), row);
        case SHAPES -> shapes(chunk, piece.look(), row);
      }
    }
    var under = Decorations.under(piece, x(piece.column()), y(row));
    if (under.isPresent()) {
      path(under.get(), piece.look().underlineColor());
    }
    var others = Decorations.throughAndOver(piece, x(piece.column()), y(row));
    if (others.isPresent()) {
      path(others.get(), piece.look().foreground());
    }
    if (piece.look().cursor().isPresent()) {
      cursor(piece.look().cursor().get(), piece, row);
    }
  }

  /** Wide gaps are not written: what is behind them is told its place. */
  private void words(Chunk chunk, Look look, int row) throws IOException {
    var text = chunk.text();
    for (int from = 0; from < text.length(); ) {
      if (text.charAt(from) == ' ') {
        from++;
        continue;
      }
      int gap = text.indexOf("  ", from);
      int to = gap < 0 ? text.stripTrailing().length() : gap;
      text(x(chunk.column() + from), row, look);
      xml.attribute("textLength", Integer.toString((to - from) * CellSize.WIDTH))
          .text(text.substring(from, to))
          .end()
          .line();
      from = to;
    }
  }

  private void single(Chunk chunk, Look look, int row) throws IOException {
    if (!chunk.text().isBlank()) {
      text(x(chunk.column()) + chunk.columns() * CellSize.WIDTH / 2.0, row, look);
      xml.attribute("text-anchor", "middle").text(chunk.text()).end().line();
    }
  }

  private void text(double x, int row, Look look) throws IOException {
    xml.begin("text", "x", PathData.number(x))
        .attribute("y", Integer.toString(y(row) + CellSize.BASELINE));
    if (look.foreground() != picture.theme().foreground()) {
      xml.attribute("fill", Theme.hex(look.foreground()));
    }
    if (look.isBold()) {
      xml.attribute("font-weight", "bold");
    }
    if (look.isItalic()) {
      xml.attribute("font-style", "italic");
    }
  }

  private void shapes(Chunk chunk, Look look, int row) throws IOException {
    path(
        chunk.path(x(chunk.column()), y(row)),
        Theme.mixed(look.foreground(), look.background(), chunk.strength()));
  }

  private void cursor(CursorShape shape, Piece cell, int row) throws IOException {
    int x = x(cell.column());
    int color = picture.theme().cursor();
    if (shape == CursorShape.BAR) {
      rectangle(x, y(row), 2, CellSize.HEIGHT, color);
    } else {
      rectangle(x, y(row + 1) - 2, cell.columns() * CellSize.WIDTH, 2, color);
    }
  }

  private void rectangle(int x, int y, int width, int height, int color) throws IOException {
    xml.empty("rect", "x", Integer.toString(x), "y", Integer.toString(y))
        .attribute("width", Integer.toString(width))
        .attribute("height", Integer.toString(height))
        .attribute("fill", Theme.hex(color))
        .line();
  }

  private void path(String data, int color) throws IOException {
    xml.empty("path", "d", data);
    if (color != picture.theme().foreground()) {
      xml.attribute("fill", Theme.hex(color));
    }
    xml.line();
  }

  private static int x(int column) {
    return CellSize.MARGIN + column * CellSize.WIDTH;
  }

  private static int y(int row) {
    return CellSize.MARGIN + row * CellSize.HEIGHT;
  }
}
