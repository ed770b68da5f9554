package dev.mantra.indexer.search;

import dev.mantra.indexer.SessionText;
import dev.mantra.indexer.TextBlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Cuts a text into groups of lines that become a document each.
 *
 * @param <L> what the text knows of a line
 */
final class TextGroups<L> {

  /** A document of more text tells too little about where something is. */
  private static final int LONGEST = 1 << 13;

  /**
   * Tells whether a line belongs to the group of so many lines that another one begins. The line is
   * only made when it is asked for: that takes longer than to find where it ends.
   */
  @FunctionalInterface
  interface Rule<L> {
    boolean belongs(L first, int count, Supplier<L> line);
  }

  /** Takes a group: its first and its last line, and where it is. */
  @FunctionalInterface
  interface Sink<L> {
    void take(L first, L last, String text, TextPlace place) throws IOException;
  }

  private final Rule<L> rule;
  private final TextPlace.Source source;
  private final Sink<L> sink;

  TextGroups(TextPlace.Source source, Rule<L> rule, Sink<L> sink) {
    this.source = source;
    this.rule = rule;
    this.sink = sink;
  }

  void cut(SessionText<L> text) throws IOException {
    int number = 0;
    for (var blocks = text.blocks(); blocks.hasNext(); number++) {
      cut(blocks.next(), number);
    }
  }

  private void cut(TextBlock<L> block, int number) throws IOException {
    var bytes = block.bytes();
    var places = block.places();
    // Each is asked in ascending order, and the end of a group is known when its first line is
    // past.
    var ends = block.places();
    int begin = block.from();
    int lastLine = begin;
    int count = 0;
    L first = null;
    for (int at = block.from(); at < block.to(); ) {
      int line = at;
      int end = lineEnd(bytes, at, block.to());
      if (first != null
          && (end - begin > LONGEST || !rule.belongs(first, count, () -> places.at(line)))) {
        take(block, number, begin, at, first, ends.at(lastLine));
        begin = at;
        count = 0;
        first = null;
      }
      first = first == null ? places.at(at) : first;
      lastLine = at;
      count++;
      at = end;
    }
    if (first != null) {
      take(block, number, begin, block.to(), first, ends.at(lastLine));
    }
  }

  private void take(TextBlock<L> block, int number, int from, int to, L first, L last)
      throws IOException {
    int length = Math.min(to - from, TextPlace.longest());
    sink.take(
        first,
        last,
        new String(block.bytes(), from, length, StandardCharsets.UTF_8),
        new TextPlace(source, number, from - block.from(), length));
  }

  private static int lineEnd(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    return Math.min(to, end + 1);
  }
}
