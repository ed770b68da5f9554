package dev.mantra.indexer.search;

import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Viewing;
import dev.mantra.indexer.DisplayedText;
import dev.mantra.indexer.PassageSource;
import dev.mantra.indexer.search.QueryPart.All;
import dev.mantra.indexer.search.SearchQuery.Demand;
import dev.mantra.indexer.search.SearchResult.FoundSession;
import dev.mantra.indexer.search.SearchResult.Hit;
import dev.mantra.indexer.search.SearchResult.Precision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;

/** Answers one query from the index as it stands. */
final class Searching {

  /** What is listed of a session when no words are looked for. */
  private static final Set<String> LISTED = Set.of("session", "user");

  private final IndexSearcher searcher;
  private final Catalog catalog;
  private final SessionNumbers numbers;
  private final CodeAnalyzer analyzer = new CodeAnalyzer();
  private final SearchRequest request;
  private final Function<String, Optional<Session>> sessions;
  private final Viewing viewing;
  private final DisplayedText displayed;
  private final PassageSource passages;

  /** A session that is in the result, and what it counts. */
  private record Ranked(CatalogEntry entry, SessionTop.Session found, double score) {}

  Searching(
      OpenedIndex index,
      SearchRequest request,
      Function<String, Optional<Session>> sessions,
      Viewing viewing,
      DisplayedText displayed,
      PassageSource passages) {
    this.searcher = new IndexSearcher(index.reader());
    searcher.setQueryCache(null);
    searcher.setTimeout(request.enough()::getAsBoolean);
    this.catalog = index.catalog();
    this.numbers = new SessionNumbers(catalog);
    this.request = request;
    this.sessions = sessions;
    this.viewing = viewing;
    this.displayed = displayed;
    this.passages = passages;
  }

  SearchResult run(SearchQuery query) throws IOException {
    var result = answer(query, Precision.EXACT);
    if (result.total() > 0 || query.demand() == Demand.AS_MUCH_AS_THERE_IS) {
      return result;
    }
    var loose = OtherForms.of(query);
    if (loose.isEmpty()) {
      return result;
    }
    var other = answer(loose.get(), Precision.OTHER_FORMS);
    return other.total() > 0 ? other : result;
  }

  private SearchResult answer(SearchQuery query, Precision precision) throws IOException {
    var matching = new Matching(searcher, catalog, numbers, new WordForms(analyzer), query);
    var shares = shares(query, matching);
    var allowed = new BitSet();
    shares.forEach((number, _) -> allowed.set(number));
    var leaves = matching.leaves(query.part());
    var top = new SessionTop(numbers, allowed);
    boolean isListing = leaves.isEmpty();
    var wanted =
        isListing
            ? List.of(query.kinds().isEmpty() ? LuceneQueries.kinds(LISTED) : LuceneQueries.all())
            : leaves.stream().map(Leaf::query).toList();
    matching.documents(wanted).handTo(top, searcher.getIndexReader());
    var ranked = ranked(top, query, shares, isListing);
    return new SearchResult(
        told(ranked, leaves, query),
        ranked.size(),
        facets(ranked, top),
        searcher.timedOut() ? Precision.INCOMPLETE : precision);
  }

  /** How much of the query each session has, of those that have enough of it. */
  private Map<Integer, Double> shares(SearchQuery query, Matching matching) throws IOException {
    var shares = new LinkedHashMap<Integer, Double>();
    if (query.demand() == Demand.EVERYTHING
        || !(query.part() instanceof All(var parts))
        || parts.isEmpty()) {
      matching.sessions(query.part()).stream().forEach(number -> shares.put(number, 1.0));
      return shares;
    }
    for (var part : parts) {
      matching.sessions(part).stream()
          .forEach(number -> shares.merge(number, 1.0 / parts.size(), Double::sum));
    }
    return shares;
  }

  private List<Ranked> ranked(
      SessionTop top, SearchQuery query, Map<Integer, Double> shares, boolean isListing) {
    var ranking = new Ranking(request.now(), query.wish());
    var all = new ArrayList<Ranked>();
    top.sessions()
        .forEach(
            (number, found) -> {
              var entry = catalog.get(number);
              double best = found.best().stream().mapToDouble(ranking::document).max().orElse(0);
              double share = shares.getOrDefault(number, 0.0);
              all.add(
                  new Ranked(
                      entry,
                      found,
                      isListing
                          ? entry.startedAt()
                          : ranking.session(entry, best, found.count(), share)));
            });
    all.sort(
        Comparator.comparingDouble(Ranked::score)
            .thenComparingLong(ranked -> ranked.entry().startedAt())
            .reversed());
    return all;
  }

  private List<FoundSession> told(List<Ranked> ranked, List<Leaf> leaves, SearchQuery query)
      throws IOException {
    var shown = ranked.subList(0, Math.min(request.sessions(), ranked.size()));
    try {
      // Most of it is opening each session's own files.
      return shown.parallelStream().map(one -> told(one, leaves, query)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private FoundSession told(Ranked one, List<Leaf> leaves, SearchQuery query) {
    var entry = one.entry();
    try {
      return new FoundSession(
          entry.id(),
          Instant.ofEpochMilli(entry.startedAt()),
          Duration.ofNanos(entry.duration()),
          entry.agent(),
          entry.project(),
          entry.title(),
          hits(one, leaves, query),
          one.found().count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Hit> hits(Ranked one, List<Leaf> leaves, SearchQuery query) throws IOException {
    var session = sessions.apply(one.entry().id().value());
    if (session.isEmpty() || request.hits() == 0) {
      return List.of();
    }
    var ranking = new Ranking(request.now(), query.wish());
    var best =
        one.found().best().stream()
            .sorted(Comparator.comparingDouble(ranking::document).reversed())
            .toList();
    var hits = new DistinctHits(request.hits());
    var seen = viewing.of(session.get());
    try (var snippets = new Snippets(seen, displayed, passages, analyzer, leaves)) {
      for (var found : best) {
        if (hits.isFull()) {
          break;
        }
        snippets.of(found, ranking.document(found)).ifPresent(hits::add);
      }
    }
    return hits.inOrder();
  }

  private Map<String, Map<String, Integer>> facets(List<Ranked> ranked, SessionTop top) {
    return Map.of(
        "agent", counted(ranked, entry -> Stream.of(entry.agent())),
        "project", counted(ranked, entry -> Stream.of(entry.project())),
        "tag", counted(ranked, entry -> entry.tags().stream()),
        "kind", top.kinds(),
        "tool", top.tools());
  }

  private static Map<String, Integer> counted(
      List<Ranked> ranked, Function<CatalogEntry, Stream<String>> values) {
    var counts = new LinkedHashMap<String, Integer>();
    ranked.stream()
        .flatMap(one -> values.apply(one.entry()))
        .filter(value -> !value.isEmpty())
        .forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
  }
}
