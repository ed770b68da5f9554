package dev.mantra.cli;

import dev.mantra.indexer.search.SearchResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was found, counted. */
final class SearchFacets {

  static final List<String> NAMES = List.of("agent", "project", "tag", "kind", "tool");

  private SearchFacets() {}

  /** The values of a facet, the most frequent first. */
  static List<Map.Entry<String, Integer>> of(SearchResult result, String name) {
    return result.facets().getOrDefault(name, Map.of()).entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }
}
