package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.indexer.search.SearchResult;
import dev.mantra.indexer.search.SearchResult.FoundSession;
import dev.mantra.indexer.search.SearchResult.Hit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code mantra search} finds, for a person. */
final class SearchListing {

  private final Call call;
  private final Console console;

  SearchListing(Call call) {
    this.call = call;
    this.console = call.console();
  }

  void print(SearchResult result, List<String> facets) throws IOException {
    for (var session : result.sessions()) {
      var folder = call.store().folder().resolve(session.id().value());
      console.write(heading(session, console.linked(folder.toUri(), session.id().value())));
      for (var hit : session.hits()) {
        console.write(line(hit));
      }
    }
    for (var facet : facets) {
      console.write(
          console.styled(Style.BOLD, facet)
              + "  "
              + SearchFacets.of(result, facet).stream()
                  .map(value -> SafeText.of(value.getKey()) + " " + value.getValue())
                  .collect(Collectors.joining("  ")));
    }
    remark(result);
  }

  /** A line about a session that begins with its name. */
  String heading(FoundSession session, String name) {
    var facts =
        "  "
            + SessionText.localTime(session.startedAt(), call.around().zone().get())
            + "  "
            + session.agent()
            + "  "
            + session.project();
    return console.styled(Style.CYAN, name)
        + SafeText.of(facts)
        + console.styled(Style.BOLD, SafeText.of("  " + session.title()).stripTrailing());
  }

  String line(Hit hit) {
    var found = hit.line();
    var where =
        String.format(
            Locale.ROOT, "%10s %6s", HitText.position(found.at()), HitText.message(found.place()));
    var origin = String.format(Locale.ROOT, "%-9s", SafeText.of(found.place().origin()));
    return console.styled(Style.GREEN, where)
        + "  "
        + console.styled(Style.DIM, origin)
        + "  "
        + HitText.marked(
            found.text().strip(), HitText.stripped(found.text(), hit.spans()), console);
  }

  private void remark(SearchResult result) {
    int more = result.total() - result.sessions().size();
    if (more > 0) {
      console.notice(more + " more sessions were found; -n shows more of them");
    }
    switch (result.precision()) {
      case EXACT -> {}
      case OTHER_FORMS -> console.notice("these have other forms of the words");
      case INCOMPLETE -> console.notice("it took too long; there may be more");
    }
  }
}
