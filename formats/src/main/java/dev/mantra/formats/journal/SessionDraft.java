package dev.mantra.formats.journal;

import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A session that is made apart, and is in the store only when it is complete: its id may depend on
 * what it turns out to hold.
 */
public final class SessionDraft implements AutoCloseable {

  private final Path store;
  private final Session session;

  SessionDraft(Path store, Session session) {
    this.store = store;
    this.session = session;
  }

  /** The session as it is so far; its id is a makeshift, and it is in no list. */
  public Session session() {
    return session;
  }

  /**
   * Puts the session into the store.
   *
   * @param id what its header says, too
   */
  public Session publish(SessionId id) throws IOException {
    session.unlock();
    var folder = store.resolve(id.value());
    Files.move(session.folder(), folder, StandardCopyOption.ATOMIC_MOVE);
    return new Session(id, folder);
  }

  /** Deletes the draft, unless it was published. */
  @Override
  public void close() throws IOException {
    Trees.delete(session.folder());
  }
}
