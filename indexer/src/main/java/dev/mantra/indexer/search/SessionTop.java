package dev.mantra.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/** The best documents of each session. */
final class SessionTop implements FoundDocuments.Taker {

  /** More of one session nobody is shown. */
  private static final int MOST = 12;

  private static final Comparator<Found> BEST_FIRST =
      (one, other) -> Float.compare(other.score(), one.score());

  /** A document that was found. */
  record Found(int document, float score, String kind, TextPlace place) {}

  /** What was found of a session. */
  static final class Session {
    private final List<Found> best = new ArrayList<>();
    private int count;

    /** So many are better than this that nothing below it counts. */
    private float enough = -1;

    /** The best documents, the best first. */
    List<Found> best() {
      best.sort(BEST_FIRST);
      return best;
    }

    int count() {
      return count;
    }

    /** Whether a document may be one of the best: most of the others need not be looked at. */
    private boolean wants(float score) {
      return score > enough;
    }

    private void add(Found found) {
      best.add(found);
      if (best.size() > 2 * MOST) {
        best.sort(BEST_FIRST);
        best.subList(MOST, best.size()).clear();
        enough = best.getLast().score();
      }
    }
  }

  private final SessionNumbers numbers;
  private final BitSet allowed;
  private final Map<Integer, Session> sessions = new HashMap<>();
  private final ValueCounts tools = new ValueCounts(Fields.TOOL);
  private final ValueCounts kinds = new ValueCounts(Fields.KIND);
  private SessionNumbers.@Nullable Leaf leaf;
  private @Nullable NumericDocValues places;
  private int base;

  SessionTop(SessionNumbers numbers, BitSet allowed) {
    this.numbers = numbers;
    this.allowed = allowed;
  }

  Map<Integer, Session> sessions() {
    return sessions;
  }

  /** How many documents were found of each kind. */
  Map<String, Integer> kinds() {
    return kinds.counts();
  }

  /** How many documents were found of each tool. */
  Map<String, Integer> tools() {
    return tools.counts();
  }

  @Override
  public void begin(LeafReaderContext part) throws IOException {
    leaf = numbers.in(part);
    places = DocValues.getNumeric(part.reader(), Fields.PLACE);
    kinds.begin(part.reader());
    tools.begin(part.reader());
    base = part.docBase;
  }

  @Override
  public void take(int document, float score) throws IOException {
    int session = leaf == null ? -1 : leaf.of(document);
    if (session < 0 || !allowed.get(session)) {
      return;
    }
    var kind = kinds.count(document);
    tools.count(document);
    var top = sessions.computeIfAbsent(session, _ -> new Session());
    top.count++;
    if (top.wants(score)) {
      long place = places != null && places.advanceExact(document) ? places.longValue() : 0;
      top.add(new Found(base + document, score, kind, TextPlace.unpack(place)));
    }
  }
}
