package dev.mantra.indexer.search;

import org.apache.lucene.analysis.Analyzer;

/** The words of everything that is indexed, and of what is looked for. */
final class CodeAnalyzer extends Analyzer {

  CodeAnalyzer() {
    // The other strategy would hand the first field's words out for all fields.
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new CodeTokenizer());
  }
}
