package dev.mantra.recorder;

import dev.mantra.formats.asciicast.ForeignRecording;
import dev.mantra.formats.asciicast.Problem;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionState;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes sessions of recordings that other programs made; one that is in the store already is known
 * again by its hash.
 *
 * <p>A session is imported whole or not at all: what a failure or a kill leaves is deleted, at once
 * or by the next import of the same recording.
 */
public final class Import {

  /** More sessions than this can hardly begin in the same second with the same name. */
  private static final int TRIES = 1000;

  private final Store store;
  private final String recordedBy;
  private @Nullable Map<String, Session> known;

  /** Is told of every event that was imported, to show that something goes on. */
  @FunctionalInterface
  public interface Listener {
    void imported(Event event);
  }

  /** What has become of a recording. */
  public sealed interface Outcome {

    /**
     * It is a session now.
     *
     * @param problems the first things that were wrong with it
     * @param problemCount how many there were in all
     */
    record Imported(SessionId id, List<Problem> problems, long problemCount) implements Outcome {}

    /** It was a session before. */
    record Known(SessionId id) implements Outcome {}
  }

  /**
   * @param recordedBy program and version for the headers of new sessions
   */
  public Import(Store store, String recordedBy) {
    this.store = store;
    this.recordedBy = recordedBy;
  }

  /** Finds out whether a recording is in the store. */
  public Optional<SessionId> find(ForeignRecording recording) throws IOException {
    return Optional.ofNullable(known().get(recording.origin().sha256())).map(Session::id);
  }

  /** Imports a recording unless it is there already. */
  public Outcome run(ForeignRecording recording, Listener listener) throws IOException {
    var origin = recording.origin();
    var before = known().get(origin.sha256());
    if (before != null) {
      return new Outcome.Known(before.id());
    }
    // Where the recording does not say when it was made, its file does.
    var start =
        recording.header().startedAt().isPresent()
            ? recording.header().startedAt().get()
            : Files.getLastModifiedTime(recording.files().getFirst()).toInstant();
    var words = recording.header().words();
    var program = words.isEmpty() ? origin.format() : SessionHeader.programOf(words);
    long random = Long.parseUnsignedLong(origin.sha256().substring(0, 16), 16);
    var session = create(number -> SessionId.of(start, program, random + number));
    var header = recording.header().toSession(session.id(), start, recordedBy, origin);
    try {
      var outcome = copy(recording, session, header, listener);
      store.finish(session);
      known().put(origin.sha256(), session);
      return outcome;
    } catch (IOException | RuntimeException | Error e) {
      delete(session, e);
      throw e;
    }
  }

  @FunctionalInterface
  private interface Ids {
    SessionId id(int number);
  }

  private Session create(Ids ids) throws IOException {
    for (int number = 0; ; number++) {
      try {
        return store.create(ids.id(number));
      } catch (FileAlreadyExistsException e) {
        if (number == TRIES) {
          throw e;
        }
      }
    }
  }

  private static Outcome copy(
      ForeignRecording recording, Session session, SessionHeader header, Listener listener)
      throws IOException {
    try (var events = recording.events();
        var journal = JournalWriter.create(session.journal(), header)) {
      while (events.hasNext()) {
        var event = events.next();
        journal.append(event);
        listener.imported(event);
      }
      return new Outcome.Imported(header.id(), events.problems(), events.problemCount());
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  /** The sessions that were imported before, by the hash of what they came from. */
  private Map<String, Session> known() throws IOException {
    if (known == null) {
      var found = new HashMap<String, Session>();
      for (var session : store.sessions()) {
        var summary = summary(session);
        var origin = summary.flatMap(s -> s.header().origin());
        if (origin.isEmpty()) {
          continue;
        }
        if (summary.get().state() == SessionState.INTERRUPTED) {
          store.delete(session);
        } else {
          found.put(origin.get().sha256(), session);
        }
      }
      known = found;
    }
    return known;
  }

  private static Optional<SessionSummary> summary(Session session) {
    try {
      return Optional.of(session.summary());
    } catch (IOException e) {
      // A session that cannot be read is somebody else's trouble, and none that was imported whole.
      return Optional.empty();
    }
  }

  private void delete(Session session, Throwable cause) {
    try {
      store.delete(session);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
