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
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Collects the best documents of each session. */
final class SessionTop extends SimpleCollector {

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

    /** The best documents, the best first. */
    List<Found> best() {
      best.sort(BEST_FIRST);
      return best;
    }

    int count() {
      return count;
    }

    private void add(Found found) {
      count++;
      best.add(found);
      if (best.size() > 2 * MOST) {
        best.sort(BEST_FIRST);
        best.subList(MOST, best.size()).clear();
      }
    }
  }

  private final SessionNumbers numbers;
  private final BitSet allowed;
  private final Map<Integer, Session> sessions = new HashMap<>();
  private final Map<String, Integer> tools = new HashMap<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private SessionNumbers.@Nullable Leaf leaf;
  private @Nullable NumericDocValues places;
  private @Nullable SortedDocValues kindValues;
  private @Nullable SortedDocValues toolValues;
  private @Nullable Scorable scorer;
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
    return kinds;
  }

  /** How many documents were found of each tool. */
  Map<String, Integer> tools() {
    return tools;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    leaf = numbers.in(context);
    places = DocValues.getNumeric(context.reader(), Fields.PLACE);
    kindValues = DocValues.getSorted(context.reader(), Fields.KIND);
    toolValues = DocValues.getSorted(context.reader(), Fields.TOOL);
    base = context.docBase;
  }

  @Override
  public void setScorer(Scorable newScorer) {
    scorer = newScorer;
  }

  @Override
  public void collect(int document) throws IOException {
    if (leaf == null || scorer == null) {
      return;
    }
    int session = leaf.of(document);
    if (session < 0 || !allowed.get(session)) {
      return;
    }
    var kind = text(kindValues, document);
    kinds.merge(kind, 1, Integer::sum);
    var tool = text(toolValues, document);
    if (!tool.isEmpty()) {
      tools.merge(tool, 1, Integer::sum);
    }
    long place = places != null && places.advanceExact(document) ? places.longValue() : 0;
    sessions
        .computeIfAbsent(session, _ -> new Session())
        .add(new Found(base + document, scorer.score(), kind, TextPlace.unpack(place)));
  }

  private static String text(@Nullable SortedDocValues values, int document) throws IOException {
    return values != null && values.advanceExact(document)
        ? values.lookupOrd(values.ordValue()).utf8ToString()
        : "";
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE;
  }
}
