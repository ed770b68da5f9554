package dev.mantra.indexer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mantra.terminal.DisplayedLine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A text for tests: line {@code n} was displayed at {@code n}. */
public record PlainText(List<String> lines, int linesInABlock)
    implements SessionText<DisplayedLine> {

  @Override
  public Iterator<TextBlock<DisplayedLine>> blocks(int first) {
    var blocks = new ArrayList<TextBlock<DisplayedLine>>();
    for (int from = 0; from < lines.size(); from += linesInABlock) {
      blocks.add(
          new Block(from, lines.subList(from, Math.min(lines.size(), from + linesInABlock))));
    }
    return blocks.subList(first, blocks.size()).iterator();
  }

  @Override
  public void close() {}

  private static final class Block implements TextBlock<DisplayedLine> {
    private static final byte[] BEFORE = "needle\nbefore ".getBytes(UTF_8);

    private final int first;
    private final List<String> lines;
    private final byte[] bytes;

    Block(int first, List<String> lines) {
      this.first = first;
      this.lines = lines;
      var text = new StringBuilder();
      lines.forEach(line -> text.append(line).append('\n'));
      var own = text.toString().getBytes(UTF_8);
      bytes = new byte[BEFORE.length + own.length + BEFORE.length];
      System.arraycopy(BEFORE, 0, bytes, 0, BEFORE.length);
      System.arraycopy(own, 0, bytes, BEFORE.length, own.length);
      System.arraycopy(BEFORE, 0, bytes, BEFORE.length + own.length, BEFORE.length);
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public int from() {
      return BEFORE.length;
    }

    @Override
    public int to() {
      return bytes.length - BEFORE.length;
    }

    @Override
    public Places<DisplayedLine> places() {
      return new Places<>() {
        private int line = -1;
        private int end = from();

        @Override
        public DisplayedLine at(int offset) {
          if (line >= 0 && offset < end - lines.get(line).getBytes(UTF_8).length - 1) {
            throw new AssertionError("asked to go back");
          }
          while (end <= offset) {
            end += lines.get(++line).getBytes(UTF_8).length + 1;
          }
          int number = first + line;
          return new DisplayedLine(
              number, lines.get(line), number, number, DisplayedLine.Place.MAIN);
        }
      };
    }
  }
}
