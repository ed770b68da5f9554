package dev.mantra.cli;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.PassageSource;
import dev.mantra.indexer.search.BadQueryException;
import dev.mantra.indexer.search.Index;
import dev.mantra.indexer.search.SearchRequest;
import dev.mantra.indexer.search.SearchResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The index of all sessions, as commands use it. */
final class OpenIndex {

  /** What is asked for takes no longer than a person waits. */
  private static final long LONGEST_NANOS = 2_000_000_000L;

  private final Call call;
  private final Index index;
  private final List<Session> store;

  OpenIndex(Call call) throws IOException {
    this.call = call;
    var cache = call.settings().cache().orElseThrow(OpenIndex::nowhere);
    var passages = new PassageSource(Optional.of(cache), new SpokenText(Optional.of(cache)));
    this.index =
        new Index(
            cache,
            Coverage.ofSecrets(call).viewing(),
            new DisplayedLines(Optional.of(cache)),
            passages);
    this.store = call.store().sessions();
  }

  private static CommandFailure nowhere() {
    return new CommandFailure(
        ExitCode.IO,
        "cannot tell where the index is: HOME is not set; set HOME, or MANTRA_HOME to a folder for"
            + " everything Mantra keeps");
  }

  /**
   * Brings it up to date, and says so when that takes a while; returns how many sessions that were.
   */
  int update() throws IOException {
    try (var progress = new Progress(call.console(), "indexing")) {
      return index.update(
          store,
          Runtime.getRuntime().availableProcessors(),
          (done, of) ->
              progress.longStep(
                  () -> of == 0 ? "(waiting for another mantra)" : done + " of " + of));
    }
  }

  /** The same when nobody waits for it. */
  int updateBehind() throws IOException {
    return index.updateBehind(store);
  }

  SearchResult search(String query, int sessions, int hits) throws IOException {
    long latest = System.nanoTime() + LONGEST_NANOS;
    var around = call.around();
    try {
      return index.search(
          new SearchRequest(
              query,
              around.clock().instant(),
              around.zone().get(),
              sessions,
              hits,
              () -> System.nanoTime() > latest),
          store);
    } catch (BadQueryException e) {
      throw new CommandFailure(ExitCode.USAGE, pointed(query, e), e);
    }
  }

  private static String pointed(String query, BadQueryException e) {
    return "column " + (e.column() + 1) + " of '" + query + "': " + e.getMessage();
  }
}
