package dev.mantra.indexer.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/**
 * Collects all documents of a query, in their order, with how well each fits. They tell which
 * sessions a query means and then what is shown of these, so that nothing is looked for twice.
 */
final class FoundDocuments extends SimpleCollector {

  private int[] documents;
  private float[] scores;
  private int count;
  private int base;
  private @Nullable Scorable scorer;

  /** Takes documents, part by part of the index. */
  interface Taker {

    /** The next ones are of this part. */
    void begin(LeafReaderContext part) throws IOException;

    /** Takes one by its number in the part. */
    void take(int document, float score) throws IOException;
  }

  FoundDocuments() {
    this(64);
  }

  private FoundDocuments(int room) {
    documents = new int[room];
    scores = new float[room];
  }

  /** The documents of all of these; what fits several fits better. */
  static FoundDocuments of(List<FoundDocuments> all) {
    return all.stream().reduce(FoundDocuments::and).orElseGet(FoundDocuments::new);
  }

  private FoundDocuments and(FoundDocuments other) {
    var both = new FoundDocuments(count + other.count);
    int mine = 0;
    int theirs = 0;
    while (mine < count || theirs < other.count) {
      int own = mine < count ? documents[mine] : Integer.MAX_VALUE;
      int its = theirs < other.count ? other.documents[theirs] : Integer.MAX_VALUE;
      float score = 0;
      if (own <= its) {
        score += scores[mine++];
      }
      if (its <= own) {
        score += other.scores[theirs++];
      }
      both.add(Math.min(own, its), score);
    }
    return both;
  }

  void handTo(Taker taker, IndexReader reader) throws IOException {
    int at = 0;
    for (var part : reader.leaves()) {
      int end = part.docBase + part.reader().maxDoc();
      if (at < count && documents[at] < end) {
        taker.begin(part);
      }
      for (; at < count && documents[at] < end; at++) {
        taker.take(documents[at] - part.docBase, scores[at]);
      }
    }
  }

  private void add(int document, float score) {
    if (count == documents.length) {
      documents = Arrays.copyOf(documents, 2 * count);
      scores = Arrays.copyOf(scores, 2 * count);
    }
    documents[count] = document;
    scores[count++] = score;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext part) {
    base = part.docBase;
  }

  @Override
  public void setScorer(Scorable newScorer) {
    scorer = newScorer;
  }

  @Override
  public void collect(int document) throws IOException {
    if (scorer != null) {
      add(base + document, scorer.score());
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE;
  }
}
