package dev.mantra.indexer.search;

import dev.mantra.indexer.search.WordForm.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery.TopTermsBlendedFreqScoringRewrite;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** What is looked for, as Lucene is asked for it. */
final class LuceneQueries {

  /** A title says what a session is about. */
  private static final float TITLE_BOOST = 4;

  /** Of words with the same beginning the most common ones are enough. */
  private static final int MOST_WORDS = 100;

  /** Another form than what was typed counts for less. */
  private static final float OTHER_FORM = 0.6f;

  private LuceneQueries() {}

  /** Documents in which one of the forms stands. */
  static Query words(List<WordForm> forms) {
    var choices = new ArrayList<Query>();
    float boost = 1;
    for (var form : forms) {
      choices.add(new BoostQuery(words(Fields.TEXT, form), boost));
      choices.add(new BoostQuery(words(Fields.TITLE, form), boost * TITLE_BOOST));
      boost = OTHER_FORM;
    }
    return new DisjunctionMaxQuery(choices, 0.1f);
  }

  private static Query words(String field, WordForm form) {
    if (form.ending() == Ending.ANY) {
      return new PrefixQuery(
          new Term(field, form.words().getFirst()),
          new TopTermsBlendedFreqScoringRewrite(MOST_WORDS));
    }
    if (form.words().size() == 1) {
      return new TermQuery(new Term(field, form.words().getFirst()));
    }
    return new PhraseQuery(field, form.words().toArray(String[]::new));
  }

  /** Documents that have one of these kinds. */
  static Query kinds(Set<String> kinds) {
    return new TermInSetQuery(Fields.KIND, kinds.stream().map(BytesRef::new).toList());
  }

  static Query tool(String name) {
    var small = name.toLowerCase(Locale.ROOT);
    return small.indexOf('*') >= 0
        ? new WildcardQuery(new Term(Fields.TOOL, small))
        : new TermQuery(new Term(Fields.TOOL, small));
  }

  static Query thing(String name) {
    return new TermQuery(new Term(Fields.HAS, name));
  }

  /** Documents about a file or a command with these words one behind the other. */
  static Query sequence(String field, List<String> words) {
    return words.size() == 1
        ? new TermQuery(new Term(field, words.getFirst()))
        : new PhraseQuery(field, words.toArray(String[]::new));
  }

  static Query beginning(String field, String text) {
    return new PrefixQuery(new Term(field, text.toLowerCase(Locale.ROOT)));
  }

  /** Documents of a stretch of time. */
  static Query during(long from, long to) {
    return new BooleanQuery.Builder()
        .add(NumericDocValuesField.newSlowRangeQuery(Fields.TO, from, Long.MAX_VALUE), Occur.FILTER)
        .add(NumericDocValuesField.newSlowRangeQuery(Fields.FROM, Long.MIN_VALUE, to), Occur.FILTER)
        .build();
  }

  static Query all() {
    return MatchAllDocsQuery.INSTANCE;
  }

  /** The same documents as long as they are of these. */
  static Query filtered(Query query, List<Query> filters) {
    if (filters.isEmpty()) {
      return query;
    }
    var all = new BooleanQuery.Builder().add(query, Occur.MUST);
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    return all.build();
  }

  static Query without(Query query, Query unwanted) {
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(unwanted, Occur.MUST_NOT).build();
  }
}
