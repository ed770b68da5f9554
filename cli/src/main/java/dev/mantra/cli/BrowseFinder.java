package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.search.SearchResult;
import dev.mantra.indexer.search.SearchResult.FoundSession;
import dev.mantra.indexer.search.SearchResult.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes rows of what is found for a query or, without one, of all sessions. */
final class BrowseFinder {

  private static final int SESSIONS = 50;
  private static final int HITS = 5;

  private final Call call;
  private final OpenIndex index;
  private final SearchListing listing;
  private final List<BrowseRow> all = new ArrayList<>();

  /**
   * @param rows what is shown now; of a query that is not complete, what was shown before
   * @param remark about them
   */
  record Found(Optional<List<BrowseRow>> rows, String remark) {}

  BrowseFinder(Call call, Coverage coverage, OpenIndex index) {
    this.call = call;
    this.index = index;
    this.listing = new SearchListing(call);
    for (var entry : SessionEntry.all(index.sessions(), coverage)) {
      entry.summary().ifPresent(summary -> all.add(row(entry.session(), new SessionLine(summary))));
    }
  }

  private BrowseRow row(Session session, SessionLine line) {
    var text = line.text(call);
    return BrowseRow.choice(text, new BrowseTarget(session, "start", line.end(), ""));
  }

  /** What there is for a query that is being typed. */
  Found find(QueryLine query) throws IOException {
    if (query.text().isBlank()) {
      return new Found(Optional.of(all), all.size() + " sessions");
    }
    try {
      var result = search(query.unfinished());
      if (result.total() == 0) {
        result = search(query.text());
      }
      return new Found(Optional.of(rows(result)), remark(result));
    } catch (CommandFailure e) {
      return new Found(Optional.empty(), e.text());
    }
  }

  private SearchResult search(String query) throws IOException {
    return index.search(query, SESSIONS, HITS);
  }

  private static String remark(SearchResult result) {
    var sessions = result.total() == 1 ? "1 session" : result.total() + " sessions";
    return switch (result.precision()) {
      case EXACT -> sessions;
      case OTHER_FORMS -> sessions + ", with other forms of the words";
      case INCOMPLETE -> sessions + ", and perhaps more: it took too long";
    };
  }

  private List<BrowseRow> rows(SearchResult result) {
    var rows = new ArrayList<BrowseRow>();
    for (var found : result.sessions()) {
      var session = index.session(found.id());
      if (session.isPresent()) {
        rows.addAll(rows(found, session.get()));
      }
    }
    return rows;
  }

  private List<BrowseRow> rows(FoundSession found, Session session) {
    var heading = listing.heading(found, found.id().value());
    if (found.hits().isEmpty()) {
      long end = found.duration().toNanos();
      return List.of(BrowseRow.choice(heading, new BrowseTarget(session, "start", end, "")));
    }
    var rows = new ArrayList<BrowseRow>();
    rows.add(BrowseRow.heading(heading));
    for (var hit : found.hits()) {
      rows.add(BrowseRow.choice(listing.line(hit), target(session, hit)));
    }
    int more = found.count() - found.hits().size();
    if (more > 0) {
      rows.add(
          BrowseRow.heading(call.console().styled(Style.DIM, " ".repeat(19) + more + " more")));
    }
    return rows;
  }

  private static BrowseTarget target(Session session, Hit hit) {
    return new BrowseTarget(
        session, HitPlayer.position(hit), hit.line().at(), hit.line().text().strip());
  }
}
