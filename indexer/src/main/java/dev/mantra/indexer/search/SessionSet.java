package dev.mantra.indexer.search;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/** The sessions that documents belong to. */
final class SessionSet implements FoundDocuments.Taker {

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
  public void begin(LeafReaderContext part) throws IOException {
    leaf = numbers.in(part);
  }

  @Override
  public void take(int document, float score) throws IOException {
    int session = leaf == null ? -1 : leaf.of(document);
    if (session >= 0) {
      sessions.set(session);
    }
  }
}
