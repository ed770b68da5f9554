package dev.mantra.replayer;

import dev.mantra.terminal.DisplayedLine;
import java.io.ByteArrayOutputStream;
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
 * Numbers and times are differences to those of the line before; see {@link NumberWriter}.
 */
final class LineBlock {

  /** A block is complete when it has so much text. */
  private static final int ENOUGH = 1 << 18;

  /** Places are written as their number in this list. */
  private static final List<DisplayedLine.Place> PLACES =
      List.of(
          DisplayedLine.Place.MAIN,
          DisplayedLine.Place.ALTERNATE,
          DisplayedLine.Place.SCROLL_REGION,
          DisplayedLine.Place.WIPED);

  private final ByteArrayOutputStream text = new ByteArrayOutputStream(ENOUGH + (1 << 10));
  private final NumberWriter table = new NumberWriter();
  private int count;
  private long lastNumber;
  private long lastSeen;

  boolean isEmpty() {
    return count == 0;
  }

  boolean isFull() {
    return text.size() >= ENOUGH;
  }

  void add(DisplayedLine line) {
    var bytes = line.text().getBytes(StandardCharsets.UTF_8);
    text.writeBytes(bytes);
    text.write('\n');
    table
        .difference(line.number() - lastNumber)
        .number(bytes.length)
        .difference(line.firstSeen() - lastSeen)
        .difference(line.lastSeen() - line.firstSeen())
        .number(PLACES.indexOf(line.place()));
    lastNumber = line.number();
    lastSeen = line.firstSeen();
    count++;
  }

  byte[] encode() {
    var head = new NumberWriter().number(count).toArray();
    var rows = table.toArray();
    return ByteBuffer.allocate(Integer.BYTES + text.size() + head.length + rows.length)
        .putInt(text.size())
        .put(text.toByteArray())
        .put(head)
        .put(rows)
        .array();
  }

  /** Reads the lines of a block that is known to be sound. */
  static Iterator<DisplayedLine> decode(byte[] block) {
    var in = ByteBuffer.wrap(block);
    int length = in.getInt();
    var table = new NumberReader(in.slice(Integer.BYTES + length, in.remaining() - length));
    return new Reading(block, table, table.smallNumber());
  }

  private static final class Reading implements Iterator<DisplayedLine> {
    private final byte[] block;
    private final NumberReader table;
    private int left;
    private int at = Integer.BYTES;
    private long lastNumber;
    private long lastSeen;

    Reading(byte[] block, NumberReader table, int count) {
      this.block = block;
      this.table = table;
      this.left = count;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public DisplayedLine next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      left--;
      lastNumber += table.difference();
      int length = table.smallNumber();
      var text = new String(block, at, length, StandardCharsets.UTF_8);
      at += length + 1;
      lastSeen += table.difference();
      long end = lastSeen + table.difference();
      var place = PLACES.get(table.smallNumber());
      return new DisplayedLine(lastNumber, text, lastSeen, end, place);
    }
  }
}
