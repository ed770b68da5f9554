package dev.mantra.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;

/** The sessions that are wholly in the index. */
final class Catalog {

  private final List<CatalogEntry> entries = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  private Catalog() {}

  static Catalog of(IndexReader reader) throws IOException {
    var catalog = new Catalog();
    for (var leaf : reader.leaves()) {
      catalog.add(leaf.reader());
    }
    return catalog;
  }

  private void add(LeafReader leaf) throws IOException {
    var values = leaf.getBinaryDocValues(Fields.ENTRY);
    var live = leaf.getLiveDocs();
    if (values == null) {
      return;
    }
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(values.docID())) {
        var entry = CatalogEntry.decode(values.binaryValue());
        numbers.put(entry.id().value(), entries.size());
        entries.add(entry);
      }
    }
  }

  int size() {
    return entries.size();
  }

  Collection<CatalogEntry> entries() {
    return entries;
  }

  CatalogEntry get(int number) {
    return entries.get(number);
  }

  /** The number of a session; -1 when it is not in the index, or not all of it. */
  int number(String session) {
    return numbers.getOrDefault(session, -1);
  }

  Optional<CatalogEntry> find(String session) {
    int number = number(session);
    return number < 0 ? Optional.empty() : Optional.of(entries.get(number));
  }
}
