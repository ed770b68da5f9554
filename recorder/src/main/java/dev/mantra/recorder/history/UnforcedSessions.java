package dev.mantra.recorder.history;

import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions that were made and that the disk may not have yet. Waiting for each file of theirs takes
 * longer than making them; waiting for everything takes as long as the disk needs.
 */
final class UnforcedSessions {

  /** So few are waited for one by one: who copies a film meanwhile need not wait for that. */
  private static final int FEW = 16;

  private final Store store;
  private final WholeDisk disk;
  private final List<Session> sessions = new ArrayList<>();

  UnforcedSessions(Store store, WholeDisk disk) {
    this.store = store;
    this.disk = disk;
  }

  void add(Session session) {
    sessions.add(session);
  }

  /** Comes back when the disk has all that were added. */
  void force() throws IOException {
    if (sessions.size() <= FEW || !disk.force(store.folder())) {
      for (var session : sessions) {
        session.force();
      }
    }
    sessions.clear();
  }
}
