package dev.mantra.indexer.search;

import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are wholly in the index. What is known of one is decoded when it is asked for.
 */
final class Catalog {

  private final List<Stored> sessions = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** An entry as the index has it. Two threads may both decode it: to the same. */
  private static final class Stored {
    private final byte[] bytes;
    private @Nullable CatalogEntry decoded;

    Stored(byte[] bytes) {
      this.bytes = bytes;
    }

    CatalogEntry entry() {
      var entry = decoded;
      if (entry == null) {
        entry = CatalogEntry.decode(bytes);
        decoded = entry;
      }
      return entry;
    }
  }

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
        var value = values.binaryValue();
        var bytes = Arrays.copyOfRange(value.bytes, value.offset, value.offset + value.length);
        numbers.put(CatalogEntry.decodeId(bytes), sessions.size());
        sessions.add(new Stored(bytes));
      }
    }
  }

  int size() {
    return sessions.size();
  }

  Collection<CatalogEntry> entries() {
    return IntStream.range(0, size()).mapToObj(this::get).toList();
  }

  Collection<SessionId> ids() {
    return numbers.keySet().stream().map(SessionId::new).toList();
  }

  CatalogEntry get(int number) {
    return sessions.get(number).entry();
  }

  /** The number of a session; -1 when it is not in the index, or not all of it. */
  int number(String session) {
    return numbers.getOrDefault(session, -1);
  }

  /** What a session was like when it was indexed. */
  Optional<CatalogEntry.State> state(String session) {
    int number = number(session);
    return number < 0
        ? Optional.empty()
        : Optional.of(CatalogEntry.decodeState(sessions.get(number).bytes));
  }
}
