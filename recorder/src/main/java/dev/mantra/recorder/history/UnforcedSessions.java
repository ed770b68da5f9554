package dev.mantra.recorder.history;

import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that were made and that the disk may not have yet. Waiting for each file of theirs takes
 * longer than making them; waiting for everything takes as long as the disk needs. So the disk is
 * put to work from time to time while others are made, and little is left to wait for.
 */
final class UnforcedSessions {

  /** So few are waited for one by one: who copies a film meanwhile need not wait for that. */
  private static final int FEW = 16;

  /** After so many bytes of sessions the disk is put to work. */
  private static final long MUCH = 128 << 20;

  /** What each session's folders and tables take beside its transcripts. */
  private static final long FIXED_SIZE = 32 << 10;

  private final Store store;
  private final WholeDisk disk;
  private final List<Session> sessions = new ArrayList<>();
  private long bytes;

  /** What the disk was last put to work with; nobody waits for it but {@link #force}. */
  private @Nullable FutureTask<Boolean> early;

  UnforcedSessions(Store store, WholeDisk disk) {
    this.store = store;
    this.disk = disk;
  }

  /**
   * A session was made.
   *
   * @param size of its transcripts; its journal takes nearly as much again
   */
  void add(Session session, long size) {
    sessions.add(session);
    bytes += 2 * size + FIXED_SIZE;
    boolean isIdle = early == null || early.isDone();
    if (sessions.size() > FEW && bytes >= MUCH && isIdle && !hasFailed()) {
      bytes = 0;
      early = new FutureTask<>(() -> disk.force(store.folder()));
      Thread.ofPlatform().name("early force").daemon().start(early);
    }
  }

  /** Comes back when the disk has all that were added. */
  void force() throws IOException {
    if (early != null) {
      // Its failure is told once, and to it: who asks the disk later is told that all is well.
      Awaited.of(early);
    }
    if (sessions.size() <= FEW || !disk.force(store.folder())) {
      for (var session : sessions) {
        session.force();
      }
    }
    sessions.clear();
    early = null;
    bytes = 0;
  }

  private boolean hasFailed() {
    return early != null && early.state() == Future.State.FAILED;
  }
}
