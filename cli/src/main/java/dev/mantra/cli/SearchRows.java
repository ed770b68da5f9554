package dev.mantra.cli;

import dev.mantra.indexer.search.SearchResult;
import java.io.IOException;
import java.util.List;

/** What {@code mantra search} finds, for a pipe: a row for each place, with tabs between fields. */
final class SearchRows {

  private final Console console;

  SearchRows(Console console) {
    this.console = console;
  }

  void print(SearchResult result, List<String> facets) throws IOException {
    for (var session : result.sessions()) {
      var id = session.id().value();
      if (session.hits().isEmpty()) {
        console.write(id + "\t0:00\t-\tsession\t" + SafeText.of(session.title()));
      }
      for (var hit : session.hits()) {
        var line = hit.line();
        console.write(
            String.join(
                "\t",
                id,
                HitText.position(line.at()),
                HitText.message(line.place()),
                SafeText.of(line.place().origin()),
                SafeText.of(line.text())));
      }
    }
    for (var facet : facets) {
      for (var value : SearchFacets.of(result, facet)) {
        console.write(facet + "\t" + SafeText.of(value.getKey()) + "\t" + value.getValue());
      }
    }
  }
}
