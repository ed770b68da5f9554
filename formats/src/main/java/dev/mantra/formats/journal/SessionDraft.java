package dev.mantra.formats.journal;

import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * A session that is made apart, and is in the store only when it is complete: its id may depend on
 * what it turns out to hold.
 *
 * <p>Its folder's name says which process makes it, {@code .draft-PID.START-ID}. A lock within it
 * would be one more file to make and to delete for each of many thousand.
 */
public final class SessionDraft implements AutoCloseable {

  /** What the names of drafts begin with. */
  static final String PREFIX = ".draft-";

  private static final Pattern NAME =
      Pattern.compile(
          Pattern.quote(PREFIX) + "(?:(?<pid>[0-9]{1,18})\\.(?<start>[0-9]{1,18})-)?(?<id>[^.]+)");

  private final Path store;
  private final Session session;
  private boolean isPublished;

  SessionDraft(Path store, Session session) {
    this.store = store;
    this.session = session;
  }

  /** What the folder of a draft of this process is called. */
  static String name(SessionId makeshift) {
    var maker = ProcessStamp.current();
    return PREFIX + maker.pid() + "." + maker.started() + "-" + makeshift.value();
  }

  /** Whether a name is that of a draft that nobody works on any more. */
  static boolean isAbandoned(String name) {
    var parts = NAME.matcher(name);
    if (!parts.matches() || !SessionId.isValid(parts.group("id"))) {
      return false;
    }
    // Older versions did not say whose it is.
    return parts.group("pid") == null
        || !new ProcessStamp(
                Long.parseLong(parts.group("pid")), Long.parseLong(parts.group("start")))
            .isAlive();
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
    var folder = store.resolve(id.value());
    Files.move(session.folder(), folder, StandardCopyOption.ATOMIC_MOVE);
    isPublished = true;
    return new Session(id, folder);
  }

  /** Deletes the draft, unless it was published. */
  @Override
  public void close() throws IOException {
    if (!isPublished) {
      Trees.delete(session.folder());
    }
  }
}
