package dev.mantra.indexer.search;

import dev.mantra.indexer.search.QueryPart.Fact;
import dev.mantra.indexer.search.QueryPart.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Tells which sessions a query means. The words of a query may stand in different texts of a
 * session: a person who looks for a session does not know which text has which.
 */
final class Matching {

  private final IndexSearcher searcher;
  private final Catalog catalog;
  private final SessionNumbers numbers;
  private final WordForms forms;
  private final SearchQuery query;
  private final Map<Query, FoundDocuments> found = new HashMap<>();

  Matching(
      IndexSearcher searcher,
      Catalog catalog,
      SessionNumbers numbers,
      WordForms forms,
      SearchQuery query) {
    this.searcher = searcher;
    this.catalog = catalog;
    this.numbers = numbers;
    this.forms = forms;
    this.query = query;
  }

  /** The sessions of which a part of the query is so. */
  BitSet sessions(QueryPart part) throws IOException {
    return part.accept(new Sessions());
  }

  /** All that is looked for in documents, and not what must not be there. */
  List<Leaf> leaves(QueryPart part) {
    return part.accept(new Leaves());
  }

  /** The documents of which something is so that count. */
  FoundDocuments documents(List<Query> wanted) throws IOException {
    var all = new ArrayList<FoundDocuments>();
    for (var each : wanted) {
      all.add(found(inScope(each)));
    }
    return FoundDocuments.of(all);
  }

  /** Finds the sessions of which something is so. */
  private final class Sessions implements QueryPart.Visitor<BitSet, IOException> {

    @Override
    public BitSet all(List<QueryPart> parts) throws IOException {
      var all = everything();
      for (var each : parts) {
        all.and(each.accept(this));
      }
      return all;
    }

    @Override
    public BitSet any(List<QueryPart> parts) throws IOException {
      var any = new BitSet();
      for (var each : parts) {
        any.or(each.accept(this));
      }
      return any;
    }

    @Override
    public BitSet not(QueryPart excluded) throws IOException {
      var rest = everything();
      rest.andNot(excluded.accept(this));
      return rest;
    }

    @Override
    public BitSet text(Text text) throws IOException {
      var leaf = leaf(text);
      return leaf.isPresent() ? sessions(inScope(leaf.get().query())) : everything();
    }

    @Override
    public BitSet fact(Fact fact) throws IOException {
      var leaf = leaf(fact);
      return leaf.isPresent()
          ? sessions(LuceneQueries.filtered(leaf.get().query(), time()))
          : sessions(known(fact));
    }
  }

  /** Finds what is looked for in documents. */
  private final class Leaves implements QueryPart.Visitor<List<Leaf>, RuntimeException> {

    @Override
    public List<Leaf> all(List<QueryPart> parts) {
      return parts.stream().flatMap(each -> each.accept(this).stream()).toList();
    }

    @Override
    public List<Leaf> any(List<QueryPart> parts) {
      return all(parts);
    }

    @Override
    public List<Leaf> not(QueryPart excluded) {
      return List.of();
    }

    @Override
    public List<Leaf> text(Text text) {
      return leaf(text).stream().toList();
    }

    @Override
    public List<Leaf> fact(Fact fact) {
      return leaf(fact).stream().toList();
    }
  }

  private BitSet everything() {
    var all = new BitSet();
    all.set(0, catalog.size());
    return all;
  }

  private BitSet sessions(Query documents) throws IOException {
    var set = new SessionSet(numbers);
    found(documents).handTo(set, searcher.getIndexReader());
    return set.sessions();
  }

  private FoundDocuments found(Query documents) throws IOException {
    var known = found.get(documents);
    if (known == null) {
      known = searcher.search(documents, new OneCollector<>(new FoundDocuments()));
      found.put(documents, known);
    }
    return known;
  }

  private BitSet sessions(Predicate<CatalogEntry> condition) {
    var set = new BitSet();
    for (int i = 0; i < catalog.size(); i++) {
      set.set(i, condition.test(catalog.get(i)));
    }
    return set;
  }

  private Optional<Leaf> leaf(Text text) {
    var known = text.forms(forms);
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new Leaf(LuceneQueries.words(known), known));
  }

  /** Facts about texts; facts about sessions are no leaves. */
  private Optional<Leaf> leaf(Fact fact) {
    var value = fact.value();
    return switch (fact.field()) {
      case TOOL -> Optional.of(new Leaf(LuceneQueries.tool(value), List.of()));
      case HAS -> Optional.of(new Leaf(LuceneQueries.thing(value), List.of()));
      case FILE -> words(Fields.FILE, value);
      case COMMAND -> words(Fields.COMMAND, value);
      case AGENT, PROJECT, TAG, KIND, SINCE, UNTIL, ON -> Optional.empty();
    };
  }

  private Optional<Leaf> words(String field, String value) {
    if (value.endsWith("*")) {
      var beginning = value.substring(0, value.length() - 1);
      return Optional.of(
          new Leaf(
              LuceneQueries.beginning(field, beginning),
              List.of(WordForm.beginning(beginning.toLowerCase(Locale.ROOT)))));
    }
    var known = forms.phrase(value);
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new Leaf(LuceneQueries.sequence(field, known.getFirst().words()), known));
  }

  private static Predicate<CatalogEntry> known(Fact fact) {
    var value = fact.value();
    return switch (fact.field()) {
      case AGENT -> entry -> entry.isOf(value);
      case TAG -> entry -> entry.tags().stream().anyMatch(value::equalsIgnoreCase);
      case PROJECT -> entry -> isProject(entry, value);
      case TOOL, HAS, FILE, COMMAND, KIND, SINCE, UNTIL, ON -> _ -> true;
    };
  }

  private static boolean isProject(CatalogEntry entry, String value) {
    if (!value.startsWith("/")) {
      return entry.project().equalsIgnoreCase(value);
    }
    var folder =
        value.length() > 1 && value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    return entry.folder().equals(folder)
        || entry.folder().startsWith(folder + "/")
        || entry.repository().equals(folder + "/.git");
  }

  /** Documents that count. */
  private Query inScope(Query documents) {
    var filters = new ArrayList<>(time());
    if (!query.kinds().isEmpty()) {
      filters.add(LuceneQueries.kinds(query.kinds()));
    }
    var filtered = LuceneQueries.filtered(documents, filters);
    return query.otherKinds().isEmpty()
        ? filtered
        : LuceneQueries.without(filtered, LuceneQueries.kinds(query.otherKinds()));
  }

  private List<Query> time() {
    return query.since().isEmpty() && query.until().isEmpty()
        ? List.of()
        : List.of(
            LuceneQueries.during(
                query.since().map(time -> time.toEpochMilli()).orElse(Long.MIN_VALUE),
                query.until().map(time -> time.toEpochMilli() - 1).orElse(Long.MAX_VALUE)));
  }
}
