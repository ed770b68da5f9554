package dev.mantra.indexer.search;

import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Viewing;
import dev.mantra.indexer.DisplayedText;
import dev.mantra.indexer.PassageSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * The index of all sessions. It is derived: whatever is wrong with it, it is made anew, and
 * deleting it costs only time. Any number of processes may use it at once; one of them at a time
 * changes it.
 */
public final class Index implements Closeable {

  private final IndexFolder folder;
  private final Viewing viewing;
  private final DisplayedText displayed;
  private final PassageSource passages;

  /** What {@link #update} has looked at, for the search behind it: opening it takes a while. */
  private @Nullable OpenedIndex kept;

  /** What is to be done of all that there is to do. */
  @FunctionalInterface
  private interface Part {
    Changes of(Changes all) throws IOException;
  }

  /**
   * @param viewing what sessions are read through; what was read through another one is read again
   */
  public Index(Path cacheFolder, Viewing viewing, DisplayedText displayed, PassageSource passages) {
    this.folder = new IndexFolder(cacheFolder);
    this.viewing = viewing;
    this.displayed = displayed;
    this.passages = passages;
  }

  /**
   * Brings the index up to date with the store, where it is not: a session that has not changed
   * since is not read.
   *
   * @param store all of its sessions
   * @param threads how many work at the same time
   * @return how many sessions were read
   */
  public int update(List<Session> store, int threads, IndexProgress progress) throws IOException {
    if (changes(store).isEmpty()) {
      return 0;
    }
    try (var _ = folder.lock(() -> progress.reach(0, 0))) {
      // Whoever had the lock before may have done it.
      if (changes(store).isEmpty()) {
        return 0;
      }
      return write(all -> all, store, threads, progress);
    }
  }

  /**
   * The same when nobody waits for it: not while somebody else is at it, and without sessions that
   * are being recorded, which would have to be read again.
   */
  public int updateBehind(List<Session> store) throws IOException {
    var lock = folder.lockIfFree();
    if (lock.isEmpty()) {
      return 0;
    }
    try (var _ = lock.get()) {
      return changes(store).ofFinished().isEmpty()
          ? 0
          : write(Changes::ofFinished, store, 1, IndexProgress.NONE);
    }
  }

  /** Changes the index; the lock is held. */
  private int write(Part part, List<Session> store, int threads, IndexProgress progress)
      throws IOException {
    try (var writer = folder.write()) {
      Catalog catalog;
      Set<String> begun;
      try (var reader = DirectoryReader.open(writer)) {
        catalog = Catalog.of(reader);
        begun = SessionNumbers.names(reader);
      }
      var documents = new Documents(displayed, passages);
      var needed = part.of(Changes.between(catalog, store, viewing));
      new Indexing(writer, begun, viewing, documents, new Projects(catalog), progress)
          .run(needed, threads);
      return needed.sessions().size();
    }
  }

  /**
   * Answers a query from the index as it stands; {@link #update} comes before.
   *
   * @param store all sessions
   */
  public SearchResult search(SearchRequest request, List<Session> store)
      throws IOException, BadQueryException {
    var dates = new DateText(request.now(), request.zone());
    var question = Question.read(request.text(), dates);
    var query =
        question.isPresent() ? question.get() : new QueryParser(request.text(), dates).parse();
    var index = take();
    if (index.isEmpty()) {
      return new SearchResult(List.of(), 0, Map.of(), SearchResult.Precision.EXACT);
    }
    var byId = new HashMap<String, Session>();
    store.forEach(session -> byId.put(session.id().value(), session));
    try (var opened = index.get()) {
      return new Searching(
              opened,
              request,
              id -> Optional.ofNullable(byId.get(id)),
              viewing,
              displayed,
              passages)
          .run(query);
    }
  }

  private Changes changes(List<Session> store) throws IOException {
    var index = open();
    if (index.isEmpty()) {
      return new Changes(store, List.of(), List.of());
    }
    try {
      var changes = Changes.between(index.get().catalog(), store, viewing);
      keep(index.get());
      return changes;
    } catch (IOException | RuntimeException e) {
      index.get().close();
      throw e;
    }
  }

  /** The index as it stands; empty when there is none, or it cannot be used. */
  private Optional<OpenedIndex> open() throws IOException {
    var reader = folder.open();
    return reader.isEmpty() ? Optional.empty() : Optional.of(new OpenedIndex(reader.get()));
  }

  private synchronized void keep(OpenedIndex index) throws IOException {
    close();
    kept = index;
  }

  /** What was kept, if the index is still like that, or the index as it stands. */
  private synchronized Optional<OpenedIndex> take() throws IOException {
    var taken = kept;
    if (taken != null && taken.isCurrent()) {
      kept = null;
      return Optional.of(taken);
    }
    close();
    return open();
  }

  @Override
  public synchronized void close() throws IOException {
    if (kept != null) {
      kept.close();
      kept = null;
    }
  }

  /**
   * Deletes what is known of sessions, so that nothing of their text is left on the disk: to be
   * called when they are deleted.
   */
  public static void forget(Path cacheFolder, Collection<SessionId> sessions) throws IOException {
    var folder = new IndexFolder(cacheFolder);
    if (!folder.exists()) {
      return;
    }
    try (var _ = folder.lock(() -> {});
        var writer = folder.write()) {
      for (var session : sessions) {
        writer.deleteDocuments(new Term(Fields.SESSION, session.value()));
      }
      writer.forceMergeDeletes(true);
      writer.commit();
    }
  }
}
