package dev.mantra.replayer;

import dev.mantra.formats.derived.NumberReader;
import dev.mantra.terminal.DisplayedLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Some lines as they are kept: their text in one piece, so that it can be searched as fast as
 * memory is read, and then what else is known of each.
 *
 * <pre>
 *  length of the text (4) │ UTF-8 text, a line feed after each line │ number of lines │ line │ line …
 *  line: number, length of the text in bytes, first seen, how long from then to last seen, place
 * </pre>
 *
 * Numbers and times are differences to those of the line before; see {@link LineBlockWriter}.
 */
public final class LineBlock implements Iterable<DisplayedLine> {

  /** Places are written as their number in this list. */
  static final List<DisplayedLine.Place> PLACES =
      List.of(
          DisplayedLine.Place.MAIN,
          DisplayedLine.Place.ALTERNATE,
          DisplayedLine.Place.SCROLL_REGION,
          DisplayedLine.Place.WIPED);

  private final byte[] block;
  private final int length;

  /**
   * @param block is known to be sound
   */
  LineBlock(byte[] block) {
    this.block = block;
    this.length = ByteBuffer.wrap(block).getInt();
  }

  /** What holds the text, from {@link #from} to {@link #to}; not to be changed. */
  public byte[] bytes() {
    return block;
  }

  public int from() {
    return Integer.BYTES;
  }

  public int to() {
    return Integer.BYTES + length;
  }

  @Override
  public LineIterator iterator() {
    return new LineIterator();
  }

  /** Goes through the lines, and also past those that nobody wants to see. */
  public final class LineIterator implements Iterator<DisplayedLine> {
    private final NumberReader table =
        new NumberReader(ByteBuffer.wrap(block, to(), block.length - to()));
    private int left = table.smallNumber();
    private int at = from();
    private long number;
    private int size;
    private long firstSeen;
    private long lastSeen;
    private int place;

    private LineIterator() {}

    /** The line that a byte of the text belongs to; bytes are asked for in ascending order. */
    public DisplayedLine lineAt(int offset) {
      while (at <= offset) {
        advance();
      }
      return line();
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public DisplayedLine next() {
      advance();
      return line();
    }

    private void advance() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      left--;
      number += table.difference();
      size = table.smallNumber();
      at += size + 1;
      firstSeen += table.difference();
      lastSeen = firstSeen + table.difference();
      place = table.smallNumber();
    }

    private DisplayedLine line() {
      var text = new String(block, at - 1 - size, size, StandardCharsets.UTF_8);
      return new DisplayedLine(number, text, firstSeen, lastSeen, PLACES.get(place));
    }
  }
}
