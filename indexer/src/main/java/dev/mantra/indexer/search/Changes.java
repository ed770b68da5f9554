package dev.mantra.indexer.search;

import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Viewing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the index does not know yet.
 *
 * @param sessions that are new or have other content
 * @param annotated sessions of which only the annotations have changed
 * @param gone sessions that are not there any more
 */
record Changes(List<Session> sessions, List<Session> annotated, List<SessionId> gone) {

  /** What may have become of a session. */
  private enum Change {
    NONE,
    CONTENT,
    ANNOTATIONS
  }

  /** Compares the store with the index by looking at its files from outside. */
  static Changes between(Catalog catalog, List<Session> store, Viewing viewing) throws IOException {
    List<Change> changes;
    try {
      var version = viewing.version();
      changes = store.parallelStream().map(session -> change(catalog, session, version)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    var sessions = new ArrayList<Session>();
    var annotated = new ArrayList<Session>();
    for (int i = 0; i < store.size(); i++) {
      switch (changes.get(i)) {
        case NONE -> {}
        case CONTENT -> sessions.add(store.get(i));
        case ANNOTATIONS -> annotated.add(store.get(i));
      }
    }
    return new Changes(sessions, annotated, gone(catalog, store));
  }

  private static List<SessionId> gone(Catalog catalog, List<Session> store) {
    Set<SessionId> there = new HashSet<>();
    store.forEach(session -> there.add(session.id()));
    return catalog.ids().stream().filter(id -> !there.contains(id)).toList();
  }

  private static Change change(Catalog catalog, Session session, String viewing) {
    var indexed = catalog.state(session.id().value());
    if (indexed.isEmpty() || !indexed.get().viewing().equals(viewing)) {
      return Change.CONTENT;
    }
    var known = indexed.get();
    try {
      var stamp = session.stamp();
      boolean isSame =
          (stamp.isPresent() && known.journal().isPresent())
              ? stamp.equals(known.journal())
              : known.frames() == frames(session);
      if (!isSame) {
        return Change.CONTENT;
      }
      return session.annotationsStamp().equals(known.annotations())
          ? Change.NONE
          : Change.ANNOTATIONS;
    } catch (IOException e) {
      // It cannot be read now; what is known of it stays.
      return Change.NONE;
    }
  }

  /** How many frames the journal of a session has that is, or was, being recorded. */
  static long frames(Session session) throws IOException {
    try (var reader = session.read()) {
      return reader.lastPlace().sequence();
    }
  }

  /** The same without sessions that are being recorded. */
  Changes ofFinished() throws IOException {
    var finished = new ArrayList<Session>();
    for (var session : sessions) {
      if (!session.isBeingRecorded()) {
        finished.add(session);
      }
    }
    return new Changes(finished, annotated, gone);
  }

  boolean isEmpty() {
    return sessions.isEmpty() && annotated.isEmpty() && gone.isEmpty();
  }
}
