package dev.mantra.indexer;

import dev.mantra.indexer.GrepQuery.Selection;
import dev.mantra.indexer.LinePattern.LineMatcher;

/** Goes through a block of text from hit to hit. */
final class LineScan {

  /** There are no more. */
  static final int NONE = Integer.MAX_VALUE;

  private final LineMatcher matcher;
  private final Selection selection;
  private final byte[] bytes;
  private final int to;
  private int at;
  private int match;

  LineScan(LineMatcher matcher, Selection selection, TextBlock<?> block) {
    this.matcher = matcher;
    this.selection = selection;
    this.bytes = block.bytes();
    this.to = block.to();
    this.at = block.from();
    this.match = matcher.begin(bytes, at, to);
  }

  /** Where the next line begins that is a hit. */
  int next() {
    int hit =
        switch (selection) {
          case MATCHING -> match;
          case OTHERS -> other();
        };
    if (hit != NONE) {
      at = TextLines.end(bytes, hit, to) + 1;
      skipTo(at);
    }
    return hit;
  }

  private int other() {
    while (at < to && at == match) {
      at = TextLines.end(bytes, at, to) + 1;
      skipTo(at);
    }
    return at < to ? at : NONE;
  }

  private void skipTo(int line) {
    if (match < line) {
      match = matcher.next(line);
    }
  }
}
