package dev.mantra.indexer.search;

import dev.mantra.indexer.search.QueryPart.All;
import dev.mantra.indexer.search.QueryPart.Any;
import dev.mantra.indexer.search.QueryPart.Fact;
import dev.mantra.indexer.search.QueryPart.Not;
import dev.mantra.indexer.search.QueryPart.Phrase;
import dev.mantra.indexer.search.QueryPart.Prefix;
import dev.mantra.indexer.search.QueryPart.Stem;
import dev.mantra.indexer.search.QueryPart.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
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
    return switch (part) {
      case All(var parts) -> {
        var all = everything();
        for (var each : parts) {
          all.and(sessions(each));
        }
        yield all;
      }
      case Any(var parts) -> {
        var any = new BitSet();
        for (var each : parts) {
          any.or(sessions(each));
        }
        yield any;
      }
      case Not(var excluded) -> {
        var rest = everything();
        rest.andNot(sessions(excluded));
        yield rest;
      }
      case Fact fact -> {
        var leaf = leaf(fact);
        yield leaf.isPresent()
            ? sessions(LuceneQueries.filtered(leaf.get().query(), time()))
            : sessions(known(fact));
      }
      case Word _, Phrase _, Prefix _, Stem _ -> {
        var leaf = leaf(part);
        yield leaf.isPresent() ? sessions(inScope(leaf.get().query())) : everything();
      }
    };
  }

  /** All that is looked for in documents, and not what must not be there. */
  List<Leaf> leaves(QueryPart part) {
    return switch (part) {
      case All(var parts) -> parts.stream().flatMap(each -> leaves(each).stream()).toList();
      case Any(var parts) -> parts.stream().flatMap(each -> leaves(each).stream()).toList();
      case Not _ -> List.of();
      case Fact _, Word _, Phrase _, Prefix _, Stem _ -> leaf(part).stream().toList();
    };
  }

  /**
   * Whether the documents of a part's only leaf are all that tells which sessions it means: then
   * they need not be asked for twice.
   */
  static boolean isOneText(QueryPart part) {
    return switch (part) {
      case All(var parts) -> parts.size() == 1 && isOneText(parts.getFirst());
      case Word _, Phrase _, Prefix _, Stem _ -> true;
      case Any _, Not _, Fact _ -> false;
    };
  }

  BitSet everything() {
    var all = new BitSet();
    all.set(0, catalog.size());
    return all;
  }

  private BitSet sessions(Query documents) throws IOException {
    return searcher.search(documents, new OneCollector<>(new SessionSet(numbers))).sessions();
  }

  private BitSet sessions(Predicate<CatalogEntry> condition) {
    var set = new BitSet();
    for (int i = 0; i < catalog.size(); i++) {
      set.set(i, condition.test(catalog.get(i)));
    }
    return set;
  }

  private Optional<Leaf> leaf(QueryPart part) {
    if (part instanceof Fact fact) {
      return fact(fact);
    }
    var known = forms.of(part);
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new Leaf(LuceneQueries.words(known), known));
  }

  /** Facts about texts; facts about sessions are no leaves. */
  private Optional<Leaf> fact(Fact fact) {
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
    var known = forms.of(new Phrase(value));
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
  Query inScope(Query documents) {
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
