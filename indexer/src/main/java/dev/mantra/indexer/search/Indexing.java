package dev.mantra.indexer.search;

import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.formats.journal.Viewing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Brings the index up to date. Each session is one step, which is repeated when it was not
 * finished: what counts is its last document.
 */
final class Indexing {

  /** In characters: what is lost at most when it is killed. */
  private static final long BETWEEN_COMMITS = 64 << 20;

  private final IndexWriter writer;
  private final Set<String> begun;
  private final Viewing viewing;
  private final Documents documents;
  private final Projects projects;
  private final IndexProgress progress;
  private final SpareMemory memory = new SpareMemory();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicLong uncommitted = new AtomicLong();
  private final AtomicReference<@Nullable Exception> problem = new AtomicReference<>();

  /**
   * @param begun the sessions of which the index has something
   */
  Indexing(
      IndexWriter writer,
      Set<String> begun,
      Viewing viewing,
      Documents documents,
      Projects projects,
      IndexProgress progress) {
    this.writer = writer;
    this.begun = begun;
    this.viewing = viewing;
    this.documents = documents;
    this.projects = projects;
    this.progress = progress;
  }

  /** Problems with single sessions are not thrown: they stay what they were to the index. */
  void run(Changes changes, int threads) throws IOException {
    for (var id : changes.gone()) {
      writer.deleteDocuments(new Term(Fields.SESSION, id.value()));
    }
    for (var session : changes.annotated()) {
      annotate(session);
    }
    index(changes.sessions(), threads);
    projects.rename(writer);
    if (!changes.gone().isEmpty()) {
      // Nothing of a session that was deleted may be left, and no mark that says it was there.
      writer.forceMergeDeletes(true);
    }
    writer.commit();
  }

  private void index(List<Session> sessions, int threads) throws IOException {
    var next = new AtomicInteger();
    Runnable work =
        () -> {
          while (problem.get() == null) {
            int number = next.getAndIncrement();
            if (number >= sessions.size()) {
              return;
            }
            index(sessions.get(number));
            memory.giveBack();
            progress.reach(done.incrementAndGet(), sessions.size());
          }
        };
    var others = new ArrayList<Thread>();
    for (int i = 1; i < Math.min(threads, sessions.size()); i++) {
      others.add(Thread.ofPlatform().daemon().start(work));
    }
    work.run();
    try {
      for (var other : others) {
        other.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("indexing was interrupted", e);
    }
    var reason = problem.get();
    if (reason != null) {
      throw new IOException("cannot write the index: " + reason.getMessage(), reason);
    }
  }

  private void index(Session session) {
    try {
      var state = state(session);
      var seen = viewing.of(session);
      var summary = seen.summary();
      var entry = entry(session.id(), summary, state);
      // To look for what is not there in all that is there would take long.
      if (begun.contains(session.id().value())) {
        writer.deleteDocuments(new Term(Fields.SESSION, session.id().value()));
      }
      long characters = documents.write(seen, summary, entry, writer::addDocument);
      if (uncommitted.addAndGet(characters) > BETWEEN_COMMITS) {
        uncommitted.set(0);
        writer.commit();
      }
    } catch (IOException | RuntimeException e) {
      // A session that cannot be read must not keep the others from being found.
      if (!writer.isOpen()) {
        problem.compareAndSet(null, e);
      }
    }
  }

  private void annotate(Session session) throws IOException {
    var state = state(session);
    var summary = viewing.of(session).summary();
    writer.updateDocument(
        new Term(Fields.SELF, session.id().value()),
        Documents.session(summary, entry(session.id(), summary, state)));
  }

  /**
   * How a session looks, to be asked before it is looked through: that takes a while, in which it
   * may grow by what is not seen.
   */
  private CatalogEntry.State state(Session session) throws IOException {
    var stamp = session.stamp();
    var annotations = session.annotationsStamp();
    long frames = stamp.isPresent() ? 0 : Changes.frames(session);
    return new CatalogEntry.State(viewing.version(), stamp, frames, annotations);
  }

  private CatalogEntry entry(SessionId id, SessionSummary summary, CatalogEntry.State state) {
    var header = summary.header();
    var folder = header.folder().toUtf8();
    var project = projects.of(folder, header.gitHead());
    return new CatalogEntry(
        id,
        state,
        header.startedAt().toEpochMilli(),
        summary.duration().toNanos(),
        header.agent(),
        List.copyOf(summary.agents()),
        project.name(),
        folder,
        project.repository(),
        header.gitHead().orElse(""),
        summary.title().orElse(""),
        List.copyOf(summary.notes().tags()),
        summary.end().map(end -> end.totals().messages()).orElse(0L));
  }
}
