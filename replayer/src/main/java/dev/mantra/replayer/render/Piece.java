package dev.mantra.replayer.render;

import java.util.List;

/** Neighbouring cells of a row that look the same. */
record Piece(Look look, List<Glyph> glyphs) {

  int column() {
    return glyphs.getFirst().column();
  }

  int columns() {
    return glyphs.getLast().column() + glyphs.getLast().columns() - column();
  }

  /** The cells in parts that are each drawn in one way. */
  List<Chunk> chunks() {
    return Chunk.of(glyphs);
  }
}
