package dev.mantra.cli;

import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.KnownGrams;
import dev.mantra.indexer.PassageSource;
import dev.mantra.indexer.search.BadQueryException;
import dev.mantra.indexer.search.Index;
import dev.mantra.indexer.search.SearchRequest;
import dev.mantra.indexer.search.SearchResult;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The index of all sessions, as commands use it. */
final class OpenIndex implements Closeable {

  /** What is asked for takes no longer than a person waits. */
  private static final long LONGEST_NANOS = 2_000_000_000L;

  /** In characters, on both sides of an error. */
  private static final int QUOTED = 200;

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

  /** All there are, the newest first. */
  List<Session> sessions() {
    return store;
  }

  Optional<Session> session(SessionId id) {
    return store.stream().filter(session -> session.id().equals(id)).findFirst();
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

  /** Has grep know what can be found in which session before it is asked for the first time. */
  void teachGrep() throws IOException {
    var cache = Optional.of(call.settings().cache().orElseThrow(OpenIndex::nowhere));
    var viewing = Coverage.ofSecrets(call).viewing();
    var passages = new PassageSource(cache, new SpokenText(cache));
    try (var grams = new KnownGrams(cache, viewing, new DisplayedLines(cache), passages)) {
      for (var session : store) {
        teach(grams, session);
      }
      grams.save();
    }
  }

  private static void teach(KnownGrams grams, Session session) {
    try {
      grams.learn(session);
    } catch (IOException | RuntimeException e) {
      // A session that cannot be read must not keep the others from being known.
    }
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
    return "column "
        + (e.column() + 1)
        + " of '"
        + quoted(query, e.column())
        + "': "
        + e.getMessage();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }

  /** As much of a query as a person reads. */
  static String quoted(String query) {
    return quoted(query, 0);
  }

  private static String quoted(String query, int column) {
    int from = Math.max(0, Math.min(column, query.length()) - QUOTED);
    int to = Math.min(query.length(), from + 2 * QUOTED);
    return (from > 0 ? "…" : "") + query.substring(from, to) + (to < query.length() ? "…" : "");
  }
}
