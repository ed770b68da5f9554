package dev.mantra.replayer.render;

/**
 * A character in its cells.
 *
 * @param column the first cell, from 0
 * @param columns 1, or 2 for a wide character
 * @param text what is seen; a space where nothing is
 */
record Glyph(int column, int columns, String text) {

  boolean isBlank() {
    return text.equals(" ");
  }

  boolean covers(int cell) {
    return cell >= column && cell < column + columns;
  }

  /** The same place with nothing in it. */
  Glyph blank() {
    return new Glyph(column, columns, " ");
  }
}
