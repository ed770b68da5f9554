package dev.mantra.indexer;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.GrepQuery.Detail;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Goes through all text of one session. */
final class SessionScan {

  private final GrepQuery query;
  private final LinePattern.LineMatcher matcher;

  SessionScan(GrepQuery query) {
    this.query = query;
    this.matcher = query.pattern().matcher();
  }

  /**
   * Hands out the excerpts of a session, or what else was asked for; returns how many hits it has.
   */
  long scan(Session session, List<TextSource> sources, Consumer<Excerpt> sink) throws IOException {
    long hits = 0;
    for (var source : sources) {
      try (var text = source.open(session)) {
        hits += scan(text, sink);
      }
      if (hits > 0 && query.detail() == Detail.SESSION) {
        break;
      }
    }
    return hits;
  }

  private long scan(SessionText text, Consumer<Excerpt> sink) {
    var counting = new Counting(sink);
    var cutter = new ExcerptCutter(query.context(), counting);
    for (var blocks = text.blocks(); blocks.hasNext(); ) {
      var block = blocks.next();
      var scan = new LineScan(matcher, query.selection(), block);
      switch (query.detail()) {
        case LINES -> cutter.cut(block, scan);
        case COUNT -> counting.hits += count(scan);
        case SESSION -> {
          if (scan.next() != LineScan.NONE) {
            return 1;
          }
        }
      }
    }
    cutter.finish();
    return counting.hits;
  }

  private static long count(LineScan scan) {
    long hits = 0;
    while (scan.next() != LineScan.NONE) {
      hits++;
    }
    return hits;
  }

  /** Counts the hits that go by. */
  private static final class Counting implements Consumer<Excerpt> {
    private final Consumer<Excerpt> sink;
    private long hits;

    Counting(Consumer<Excerpt> sink) {
      this.sink = sink;
    }

    @Override
    public void accept(Excerpt excerpt) {
      hits += excerpt.lines().stream().filter(line -> line.role() == Excerpt.Role.HIT).count();
      sink.accept(excerpt);
    }
  }
}
