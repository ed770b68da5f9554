package dev.mantra.indexer.search;

import dev.mantra.indexer.SessionText;
import dev.mantra.indexer.TextBlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a text into groups of lines that become a document each.
 *
 * @param <L> what the text knows of a line
 */
final class TextGroups<L> {

  /** A document of more text tells too little about where something is. */
  private static final int LONGEST = 1 << 13;

  /** Tells whether a line belongs to the group that another one begins. */
  @FunctionalInterface
  interface Rule<L> {
    boolean belongs(L first, L line, int count);
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
    int begin = block.from();
    int count = 0;
    L first = null;
    L last = null;
    for (int at = block.from(); at < block.to(); ) {
      int end = lineEnd(bytes, at, block.to());
      var line = places.at(at);
      if (first != null
          && last != null
          && (end - begin > LONGEST || !rule.belongs(first, line, count))) {
        take(block, number, begin, at, first, last);
        begin = at;
        count = 0;
        first = null;
      }
      first = first == null ? line : first;
      last = line;
      count++;
      at = end;
    }
    if (first != null && last != null) {
      take(block, number, begin, block.to(), first, last);
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
