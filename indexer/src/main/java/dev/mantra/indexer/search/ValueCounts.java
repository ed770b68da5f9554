package dev.mantra.indexer.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/**
 * Counts documents by the value of a field. Each part of the index numbers the values in its own
 * way; their text is only looked up once a part, for that takes longer than all else.
 */
final class ValueCounts {

  private final String field;
  private final Map<String, Integer> counts = new HashMap<>();
  private @Nullable SortedDocValues values;
  private String[] texts = {};
  private int[] inPart = {};

  ValueCounts(String field) {
    this.field = field;
  }

  /** Goes on with another part. */
  void begin(LeafReader part) throws IOException {
    addPart();
    var opened = DocValues.getSorted(part, field);
    values = opened;
    texts = new String[opened.getValueCount()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = opened.lookupOrd(i).utf8ToString();
    }
    inPart = new int[texts.length];
  }

  /** Counts a document, and gives its value: an empty one when it has none. */
  String count(int document) throws IOException {
    if (values == null || !values.advanceExact(document)) {
      return "";
    }
    int number = values.ordValue();
    inPart[number]++;
    return texts[number];
  }

  /** How many documents were counted of each value. */
  Map<String, Integer> counts() {
    addPart();
    return counts;
  }

  private void addPart() {
    for (int i = 0; i < inPart.length; i++) {
      if (inPart[i] > 0) {
        counts.merge(texts[i], inPart[i], Integer::sum);
        inPart[i] = 0;
      }
    }
  }
}
