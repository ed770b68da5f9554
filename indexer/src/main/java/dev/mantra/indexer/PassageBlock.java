package dev.mantra.indexer;

import dev.mantra.formats.derived.NumberReader;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Lines of passages as they are kept: their text in one piece, and then which passages they are of.
 *
 * <pre>
 *  length of the text (4) │ UTF-8 text, a line feed after each line │ number of runs │ run │ run …
 *  run: number of the passage, number of its first line in the passage, length in bytes
 * </pre>
 *
 * A passage that is long goes on in the next block.
 */
final class PassageBlock implements TextBlock<PassageLine> {

  private final byte[] block;
  private final int length;
  private final List<Passage> passages;

  /**
   * @param block is known to be sound
   * @param passages all of the session
   */
  PassageBlock(byte[] block, List<Passage> passages) {
    this.block = block;
    this.length = ByteBuffer.wrap(block).getInt();
    this.passages = passages;
  }

  @Override
  public byte[] bytes() {
    return block;
  }

  @Override
  public int from() {
    return Integer.BYTES;
  }

  @Override
  public int to() {
    return Integer.BYTES + length;
  }

  @Override
  public Places<PassageLine> places() {
    var runs = new Runs();
    return offset -> {
      runs.goTo(offset);
      int end = TextLines.end(block, offset, to());
      return new PassageLine(
          runs.passage(), runs.lineAt(offset), TextLines.text(block, offset, end));
    };
  }

  /** Goes from run to run. */
  private final class Runs {
    private final NumberReader table =
        new NumberReader(ByteBuffer.wrap(block, to(), block.length - to()));
    private int left = table.smallNumber();
    private int number;
    private int end = from();
    private int counted;
    private int line;

    private boolean next() {
      if (left == 0) {
        return false;
      }
      left--;
      number += table.smallNumber();
      line = table.smallNumber();
      counted = end;
      end += table.smallNumber();
      return true;
    }

    private Passage passage() {
      return passages.get(number);
    }

    private void goTo(int offset) {
      while (end <= offset && next()) {}
    }

    private int lineAt(int offset) {
      for (; counted < offset; counted++) {
        line += block[counted] == '\n' ? 1 : 0;
      }
      return line;
    }
  }
}
