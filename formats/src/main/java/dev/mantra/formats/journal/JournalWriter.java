package dev.mantra.formats.journal;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Appends the events of one session to its journal, framed so that each can be checked.
 *
 * <p>One thread appends; {@link #force} may be called by another one.
 */
public final class JournalWriter implements AutoCloseable {

  private static final int PAGE = 4096;

  private final Path folder;
  private final Path file;
  private final FileChannel channel;
  private final @Nullable Object fileKey;
  private final Documents documents;
  private final FrameWriter frames;
  private volatile long end;
  private volatile boolean closed;
  private volatile boolean foldersForced;

  private JournalWriter(Path folder, FileChannel channel, Documents documents) throws IOException {
    this.folder = folder;
    this.file = folder.resolve(QueueFile.NAME);
    this.channel = channel;
    this.fileKey = key(file);
    this.documents = documents;
    this.frames = new FrameWriter(documents);
  }

  /** How a journal's file is written. */
  @FunctionalInterface
  private interface Writing {
    Documents to(FileChannel channel) throws IOException;
  }

  /** Starts the journal of a session whose header is at hand. */
  public static JournalWriter create(Path folder, SessionHeader header) throws IOException {
    return create(folder, () -> header);
  }

  /**
   * Starts the journal of a session in a new folder.
   *
   * @param header asked for when everything else is ready
   * @throws IOException when the disk is full or does not let itself be written
   */
  public static JournalWriter create(Path folder, Supplier<SessionHeader> header)
      throws IOException {
    return create(folder, channel -> new LiveDocuments(channel, folder), header);
  }

  /**
   * Starts a journal that nobody reads before it is closed, and that need not be there after a
   * kill: events wait until there are many.
   *
   * @throws IOException when the disk is full or does not let itself be written
   */
  public static JournalWriter createUnseen(Path folder, SessionHeader header) throws IOException {
    return create(folder, BufferedDocuments::new, () -> header);
  }

  private static JournalWriter create(Path folder, Writing writing, Supplier<SessionHeader> header)
      throws IOException {
    Permissions.createPrivateFolder(folder);
    var channel = QueueFile.create(folder);
    boolean whole = false;
    try {
      var journal = new JournalWriter(folder, channel, writing.to(channel));
      journal.frames.begin(HeaderCodec.encode(header.get()));
      journal.end = journal.frames.end();
      whole = true;
      return journal;
    } catch (RuntimeException | Error e) {
      throw new IOException("cannot start the journal in " + folder + ": " + e.getMessage(), e);
    } finally {
      if (!whole) {
        channel.close();
      }
    }
  }

  /**
   * Adds an event.
   *
   * @throws IOException when it could not be written whole
   */
  public void append(Event event) throws IOException {
    append(List.of(event));
  }

  /**
   * Adds events, all of them or, where the disk has no room, none. A session's end, and what is
   * said with it, finds room also on a full disk.
   *
   * @throws IOException when they could not be written whole
   */
  public void append(List<Event> events) throws IOException {
    if (closed || frames.isSpoilt()) {
      throw new IOException("the journal in " + folder + " takes no more");
    }
    try {
      frames.write(events);
    } catch (RuntimeException | Error e) {
      throw new IOException("cannot write the journal in " + folder + ": " + e.getMessage(), e);
    } finally {
      end = frames.end();
    }
  }

  /** Writes everything appended so far through to the disk. */
  public void force() throws IOException {
    if (closed) {
      return;
    }
    try {
      channel.force(false);
      if (!foldersForced) {
        foldersForced = true;
        forceFolders();
      }
    } catch (ClosedChannelException e) {
      if (!closed) {
        throw e;
      }
    }
  }

  /** How many bytes of the journal's file are in use. */
  public long length() {
    return end;
  }

  /** False when somebody deleted, replaced or shortened the file behind our back. */
  public boolean isInPlace() {
    try {
      return Objects.equals(key(file), fileKey) && Files.size(file) >= end;
    } catch (IOException e) {
      return false;
    }
  }

  /** Closes the journal and waits for the disk; one that has its end is cut to its real size. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      try (channel) {
        complete();
        channel.force(true);
      }
    }
  }

  /** Closes the journal without waiting for the disk: {@link Session#force} is yet to come. */
  public void closeUnforced() throws IOException {
    if (!closed) {
      try (channel) {
        complete();
      }
    }
  }

  private void complete() throws IOException {
    closed = true;
    documents.flush();
    if (frames.hasEnded()) {
      // One page of zeros stays, so that Chronicle itself would see where the queue ends.
      QueueFile.setSize(channel, (end / PAGE + 2) * PAGE);
    }
  }

  /** A new file is only there after a power cut when the folders that lead to it are. */
  private void forceFolders() {
    var at = folder;
    for (int i = 0; i < 3 && at != null; i++, at = at.getParent()) {
      Trees.forceFolder(at);
    }
  }

  private static @Nullable Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }
}
