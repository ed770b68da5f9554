package dev.mantra.terminal;

/**
 * An image in the stream. It is not decoded: this says where it would be shown and which bytes it
 * is.
 *
 * @param row the row of its upper left corner, counted from the first row that ever was on the main
 *     screen
 * @param from the stream offset of its first byte
 * @param to the stream offset after its last byte
 */
public record Image(Protocol protocol, long row, int column, long from, long to) {
  public enum Protocol {
    SIXEL,
    KITTY,
    ITERM2
  }
}
