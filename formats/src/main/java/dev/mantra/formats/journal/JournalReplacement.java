package dev.mantra.formats.journal;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A journal that takes the place of the one a session has, all at once: until then, and whatever
 * happens meanwhile, the old one stands. Who is reading the old one reads it to its end.
 *
 * <p>The session is locked as long as this is open, so that no two take its place.
 */
public final class JournalReplacement implements AutoCloseable {

  private static final String FOLDER = "journal.new";

  private final Session session;
  private final Path folder;
  private final JournalWriter writer;

  private JournalReplacement(Session session, Path folder, JournalWriter writer) {
    this.session = session;
    this.folder = folder;
    this.writer = writer;
  }

  /**
   * Begins a new journal beside the old one.
   *
   * @throws IOException when somebody records the session, or it cannot be written
   */
  public static JournalReplacement begin(Session session, SessionHeader header) throws IOException {
    if (session.isBeingRecorded()) {
      throw new IOException("the session " + session.id() + " is being recorded");
    }
    session.unlock(); // what a killed process left
    session.lock();
    var folder = session.folder().resolve(FOLDER);
    try {
      Trees.delete(folder);
      return new JournalReplacement(session, folder, JournalWriter.createUnseen(folder, header));
    } catch (IOException | RuntimeException e) {
      session.unlock();
      throw e;
    }
  }

  public void append(Event event) throws IOException {
    writer.append(event);
  }

  /** The new journal is complete: it is the session's journal from now on. */
  public void commit() throws IOException {
    writer.close();
    var file = QueueFile.NAME;
    Files.move(
        folder.resolve(file),
        session.journal().resolve(file),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Throws the new journal away, unless it was committed. */
  @Override
  public void close() throws IOException {
    try {
      writer.close();
      Trees.delete(folder);
    } finally {
      session.unlock();
    }
  }
}
