package dev.mantra.replayer.render;

import java.util.ArrayList;
import java.util.List;

/** Cells that are drawn in one way. */
record Chunk(Kind kind, List<Glyph> glyphs) {

  /** Variation selector 15. */
  private static final char AS_TEXT = 0xFE0E;

  /** How cells are drawn so that they stay in their places whatever the font is. */
  enum Kind {
    /** Characters that every monospace font has: as one text. */
    TEXT,
    /** A character that may come from another font: alone, in the middle of its cells. */
    SINGLE,
    /** Lines and blocks that have to touch the next cell's: as shapes. */
    SHAPES
  }

  static List<Chunk> of(List<Glyph> glyphs) {
    var chunks = new ArrayList<Chunk>();
    for (var glyph : glyphs) {
      var kind = kind(glyph);
      if (chunks.isEmpty() || !chunks.getLast().takes(kind, glyph)) {
        chunks.add(new Chunk(kind, new ArrayList<>()));
      }
      chunks.getLast().glyphs.add(glyph);
    }
    return chunks;
  }

  int column() {
    return glyphs.getFirst().column();
  }

  int columns() {
    return glyphs.getLast().column() + glyphs.getLast().columns() - column();
  }

  /**
   * The text as a document holds it: what is narrow in a terminal is asked for as text, no emoji.
   */
  String text() {
    var text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.text()));
    if (kind == Kind.SINGLE && columns() == 1 && Character.isEmoji(text.codePointAt(0))) {
      text.append(AS_TEXT);
    }
    return text.toString();
  }

  /** How much of the colour the shapes have, in percent; they all have the same. */
  int strength() {
    return Shapes.strength(code(glyphs.getFirst()));
  }

  /** The shapes as SVG path data, with the upper left corner of the chunk at (x, y). */
  String path(int x, int y) {
    var path = new PathData();
    for (var glyph : glyphs) {
      Shapes.draw(code(glyph), path.at(x + (glyph.column() - column()) * CellSize.WIDTH, y));
    }
    return path.toString();
  }

  private boolean takes(Kind next, Glyph glyph) {
    return next == kind
        && kind != Kind.SINGLE
        && (kind == Kind.TEXT || Shapes.strength(code(glyph)) == strength());
  }

  private static Kind kind(Glyph glyph) {
    var text = glyph.text();
    if (glyph.columns() == 1 && text.length() == 1) {
      char c = text.charAt(0);
      if (Shapes.has(c)) {
        return Kind.SHAPES;
      }
      // Latin, Greek and Cyrillic; a soft hyphen was made a blank before.
      if (c < 0x2B0 || (c >= 0x370 && c < 0x483)) {
        return Kind.TEXT;
      }
    }
    return Kind.SINGLE;
  }

  private static int code(Glyph glyph) {
    return glyph.text().codePointAt(0);
  }
}
