package dev.mantra.indexer;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.GrepQuery.Detail;
import dev.mantra.indexer.GrepQuery.Part;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Goes through all text of one session that is asked for. */
final class SessionScan {

  private final GrepQuery query;
  private final DisplayedText displayed;
  private final PassageSource passages;
  private final LinePattern.LineMatcher matcher;

  SessionScan(GrepQuery query, DisplayedText displayed, PassageSource passages) {
    this.query = query;
    this.displayed = displayed;
    this.passages = passages;
    this.matcher = query.pattern().matcher();
  }

  /** Hands out the excerpts of a session, or none; returns how many hits it has. */
  long scan(Session session, Consumer<Excerpt> sink) throws IOException {
    long hits = 0;
    try (var said = passages.open(session)) {
      for (var part : query.parts()) {
        hits += scan(session, part, said, sink);
        if (hits > 0 && query.detail() == Detail.SESSION) {
          break;
        }
      }
    }
    return hits;
  }

  private long scan(Session session, Part part, Passages said, Consumer<Excerpt> sink)
      throws IOException {
    return switch (part) {
      case LINES -> {
        try (var lines = displayed.open(session)) {
          yield scan(lines, line -> FoundLine.of(line, said), sink);
        }
      }
      case MESSAGES -> scan(said.said(), line -> FoundLine.of(line, said), sink);
      case FILES -> scan(said.changes(), line -> FoundLine.of(line, said), sink);
    };
  }

  private <L> long scan(SessionText<L> text, Function<L, FoundLine> found, Consumer<Excerpt> sink) {
    var counting = new Counting(sink);
    var cutter = new ExcerptCutter<L>(query.context(), found, counting);
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
