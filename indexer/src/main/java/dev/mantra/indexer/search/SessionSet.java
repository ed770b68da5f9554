package dev.mantra.indexer.search;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Collects the sessions that documents belong to. */
final class SessionSet extends SimpleCollector {

  private final SessionNumbers numbers;
  private final BitSet sessions = new BitSet();
  private SessionNumbers.@Nullable Leaf leaf;

  SessionSet(SessionNumbers numbers) {
    this.numbers = numbers;
  }

  BitSet sessions() {
    return sessions;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    leaf = numbers.in(context);
  }

  @Override
  public void collect(int document) throws IOException {
    if (leaf != null) {
      int session = leaf.of(document);
      if (session >= 0) {
        sessions.set(session);
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
