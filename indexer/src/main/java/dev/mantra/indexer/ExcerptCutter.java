package dev.mantra.indexer;

import dev.mantra.indexer.Excerpt.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Cuts excerpts out of the lines of a text: hits, with lines around them.
 *
 * @param <L> what the text knows of a line
 */
final class ExcerptCutter<L> {

  /** A line that may become context. */
  private record Passed<L>(TextBlock<L> block, int offset) {}

  private final int context;
  private final Consumer<Excerpt> sink;
  private final Function<L, FoundLine> found;
  private final Deque<Passed<L>> passed = new ArrayDeque<>();
  private List<Excerpt.Line> open = new ArrayList<>();
  private int owed;

  ExcerptCutter(int context, Function<L, FoundLine> found, Consumer<Excerpt> sink) {
    this.context = context;
    this.found = found;
    this.sink = sink;
  }

  void cut(TextBlock<L> block, LineScan scan) {
    var places = block.places();
    if (context == 0) {
      for (int hit = scan.next(); hit != LineScan.NONE; hit = scan.next()) {
        sink.accept(new Excerpt(List.of(line(places.at(hit), Role.HIT))));
      }
      return;
    }
    int hit = scan.next();
    int at = hit == LineScan.NONE && owed == 0 ? lastLines(block) : block.from();
    while (at < block.to()) {
      if (at == hit) {
        takePassed(block, places);
        open.add(line(places.at(at), Role.HIT));
        owed = context;
        hit = scan.next();
      } else if (owed > 0) {
        open.add(line(places.at(at), Role.CONTEXT));
        owed--;
      } else {
        pass(new Passed<>(block, at));
      }
      at = TextLines.end(block.bytes(), at, block.to()) + 1;
    }
  }

  void finish() {
    if (!open.isEmpty()) {
      sink.accept(new Excerpt(open));
      open = new ArrayList<>();
    }
    passed.clear();
    owed = 0;
  }

  private Excerpt.Line line(L line, Role role) {
    return new Excerpt.Line(found.apply(line), role);
  }

  private void pass(Passed<L> line) {
    passed.add(line);
    if (passed.size() > context) {
      passed.remove();
      // There is a line between this excerpt and the next.
      if (!open.isEmpty()) {
        sink.accept(new Excerpt(open));
        open = new ArrayList<>();
      }
    }
  }

  private void takePassed(TextBlock<L> current, TextBlock.Places<L> places) {
    var block = current;
    var known = places;
    for (var line : passed) {
      if (!line.block().equals(block)) {
        block = line.block();
        known = block.equals(current) ? places : block.places();
      }
      open.add(line(known.at(line.offset()), Role.CONTEXT));
    }
    passed.clear();
  }

  /** Where the last lines begin that may become context; none before them matters any more. */
  private int lastLines(TextBlock<?> block) {
    int at = block.to();
    for (int i = 0; i <= context && at > block.from(); i++) {
      at = TextLines.start(block.bytes(), at - 1, block.from());
    }
    return at;
  }
}
