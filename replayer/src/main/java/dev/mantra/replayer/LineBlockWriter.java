package dev.mantra.replayer;

import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.terminal.DisplayedLine;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts lines together to a {@link LineBlock}. */
final class LineBlockWriter {

  /** A block is complete when it has so much text. */
  private static final int ENOUGH = 1 << 18;

  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final NumberWriter table = new NumberWriter();
  private int count;
  private long lastNumber;
  private long lastSeen;

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
        .number(LineBlock.PLACES.indexOf(line.place()));
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
}
