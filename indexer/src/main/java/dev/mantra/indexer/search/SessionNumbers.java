package dev.mantra.indexer.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;

/** Tells which session of the catalog a document belongs to. */
final class SessionNumbers {

  private final Catalog catalog;

  /** For each part of the index: the session's number by its number there. */
  private final Map<Integer, int[]> byLeaf = new HashMap<>();

  SessionNumbers(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Of one part of the index, to be asked in the order of its documents. */
  static final class Leaf {
    private final SortedDocValues values;
    private final int[] numbers;

    private Leaf(SortedDocValues values, int[] numbers) {
      this.values = values;
      this.numbers = numbers;
    }

    /** The session's number; -1 when not all of it is in the index. */
    int of(int document) throws IOException {
      return values.advanceExact(document) ? numbers[values.ordValue()] : -1;
    }
  }

  /** The names of all sessions of which an index has something, also of those it has not all of. */
  static Set<String> names(IndexReader reader) throws IOException {
    var names = new HashSet<String>();
    for (var leaf : reader.leaves()) {
      var values = DocValues.getSorted(leaf.reader(), Fields.SESSION);
      for (int i = 0; i < values.getValueCount(); i++) {
        names.add(values.lookupOrd(i).utf8ToString());
      }
    }
    return names;
  }

  Leaf in(LeafReaderContext leaf) throws IOException {
    var values = DocValues.getSorted(leaf.reader(), Fields.SESSION);
    var known = byLeaf.get(leaf.ord);
    if (known == null) {
      known = new int[values.getValueCount()];
      for (int i = 0; i < known.length; i++) {
        known[i] = catalog.number(values.lookupOrd(i).utf8ToString());
      }
      byLeaf.put(leaf.ord, known);
    }
    return new Leaf(values, known);
  }
}
