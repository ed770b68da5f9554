package dev.mantra.indexer.search;

import java.util.List;
import org.apache.lucene.search.Query;

/** Something that is looked for, in itself: the documents that have it, and its forms in a text. */
record Leaf(Query query, List<WordForm> forms) {

  Leaf {
    forms = List.copyOf(forms);
  }
}
