package dev.mantra.indexer;

import dev.mantra.formats.derived.CacheUnusableException;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.derived.Piece;
import dev.mantra.formats.derived.Pieces;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts passages together to {@link PassageBlock}s. */
final class PassageWriter {

  /** A block is complete when it has so much text. */
  private static final int ENOUGH = 1 << 18;

  private final Pieces.Sink sink;
  private final List<Piece> blocks = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private NumberWriter table = new NumberWriter();
  private int runs;
  private int lastNumber;

  PassageWriter(Pieces.Sink sink) {
    this.sink = sink;
  }

  /**
   * Adds a passage.
   *
   * @param texts of any number of lines; a line may end as on any system
   */
  void add(Passage passage, List<String> texts) throws CacheUnusableException {
    if (passage instanceof Passage.Changed
        && !passages.isEmpty()
        && passages.getLast() instanceof Passage.Said) {
      flush(); // so that each can be gone through without the other
    }
    int number = passages.size();
    passages.add(passage);
    int line = 0;
    int lineOfRun = 0;
    int begin = text.size();
    for (var part : texts) {
      for (var each : (Iterable<String>) part.lines()::iterator) {
        text.writeBytes(each.getBytes(StandardCharsets.UTF_8));
        text.write('\n');
        line++;
        if (text.size() >= ENOUGH) {
          run(number, lineOfRun, text.size() - begin);
          flush();
          begin = 0;
          lineOfRun = line;
        }
      }
    }
    if (text.size() > begin) {
      run(number, lineOfRun, text.size() - begin);
    }
  }

  private void run(int number, int firstLine, int length) {
    if (runs == 0) {
      firsts.add(number);
    }
    table.number(number - lastNumber).number(firstLine).number(length);
    lastNumber = number;
    runs++;
  }

  private void flush() throws CacheUnusableException {
    if (runs == 0) {
      return;
    }
    var head = new NumberWriter().number(runs).toArray();
    var rows = table.toArray();
    blocks.add(
        sink.append(
            ByteBuffer.allocate(Integer.BYTES + text.size() + head.length + rows.length)
                .putInt(text.size())
                .put(text.toByteArray())
                .put(head)
                .put(rows)
                .array()));
    text.reset();
    table = new NumberWriter();
    runs = 0;
    lastNumber = 0;
  }

  /** What was written. */
  PassageList finish() throws CacheUnusableException {
    flush();
    return new PassageList(passages, blocks, firsts);
  }
}
