package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
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
  private final FrameHeader frame = new FrameHeader();
  private long sequence;
  private long previous;
  private volatile long end;
  private volatile boolean closed;
  private volatile boolean foldersForced;
  private boolean ended;
  private boolean broken;

  private JournalWriter(Path folder, Documents documents) throws IOException {
    this.folder = folder;
    this.documents = documents;
    this.file = folder.resolve(QueueFile.NAME);
    this.channel = documents.channel();
    this.fileKey = key(file);
  }

  /** Starts the journal of a session whose header is at hand. */
  public static JournalWriter create(Path folder, SessionHeader header) throws IOException {
    return create(folder, () -> header);
  }

  /**
   * Starts the journal of a session in a new folder.
   *
   * @param header asked for when everything else is ready, which takes a while
   * @throws IOException when the disk is full or does not let itself be written
   */
  public static JournalWriter create(Path folder, Supplier<SessionHeader> header)
      throws IOException {
    return begin(folder, QueueDocuments::create, header);
  }

  /**
   * Starts a journal that nobody reads before it is closed, and that need not be there after a
   * kill: it is written as Chronicle would, without its work for others to see each event at once.
   *
   * @throws IOException when the disk is full or does not let itself be written
   */
  public static JournalWriter createUnseen(Path folder, SessionHeader header) throws IOException {
    return begin(folder, PlainDocuments::create, () -> header);
  }

  private static JournalWriter begin(
      Path folder, Documents.Opening opening, Supplier<SessionHeader> header) throws IOException {
    Permissions.createPrivateFolder(folder);
    Documents documents = null;
    try {
      documents = opening.open(folder);
      var journal = new JournalWriter(folder, documents);
      journal.begin(HeaderCodec.encode(header.get()));
      return journal;
    } catch (IOException e) {
      abandon(documents, e);
      throw e;
    } catch (RuntimeException | Error e) {
      abandon(documents, e);
      throw new IOException("cannot start the journal in " + folder + ": " + e.getMessage(), e);
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
    if (closed || broken) {
      throw new IOException("the journal in " + folder + " takes no more");
    }
    long room = 0;
    boolean last = false;
    var records = new ArrayList<Encoded>(events.size());
    for (var event : events) {
      var record = new Encoded(EventCodec.code(event), event.at(), EventCodec.payload(event));
      checkSize(record);
      records.add(record);
      room += room(record.payload.length());
      last |= event instanceof Event.End;
    }
    if (!last || room > ReservedSpace.LAST_WORDS) {
      documents.reserve(room);
    }
    try {
      for (var record : records) {
        write(record.code, record.at, record.payload);
      }
    } catch (RuntimeException | Error e) {
      throw new IOException("cannot write the journal in " + folder + ": " + e.getMessage(), e);
    }
    ended |= last;
  }

  /** Writes everything appended so far through to the disk. */
  public void force() throws IOException {
    if (closed) {
      return;
    }
    try {
      documents.flush();
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
        closeQueue();
        channel.force(true);
      }
    }
  }

  /** Closes the journal without waiting for the disk: {@link Session#force} is yet to come. */
  public void closeUnforced() throws IOException {
    if (!closed) {
      try (channel) {
        closeQueue();
      }
    }
  }

  private void closeQueue() throws IOException {
    closed = true;
    try {
      documents.close();
      if (ended) {
        // One page of zeros stays, so that Chronicle itself would see where the queue ends.
        QueueFile.setSize(channel, (end / PAGE + 2) * PAGE);
      }
    } catch (RuntimeException | Error e) {
      throw new IOException("cannot close the journal in " + folder + ": " + e.getMessage(), e);
    }
  }

  private void begin(Bytes header) throws IOException {
    var checksum = new CRC32C();
    header.updateTo(checksum);
    frame.mark((int) checksum.getValue());
    documents.reserve(room(header.length()));
    write(JournalFormat.HEADER, 0, header);
  }

  /** An event as it stands in the journal, cut into frames or not. */
  private record Encoded(int code, long at, Bytes payload) {}

  private static void checkSize(Encoded record) throws IOException {
    int code = record.code;
    if (code < 0 || code > JournalFormat.MAX_CODE) {
      throw new IOException("an event of code " + code + " cannot be written");
    }
    int length = record.payload.length();
    if (length > JournalFormat.MAX_EVENT && !isDivisible(code)) {
      throw new IOException("an event of " + length + " bytes is too large to be written");
    }
  }

  /** What stands in several frames need not be put together again when it is a stream. */
  private static boolean isDivisible(int code) {
    return code == JournalFormat.OUTPUT || code == JournalFormat.INPUT;
  }

  /** What a payload takes in the file at most, with all that is put before it. */
  private static long room(int payload) {
    long frames = payload / JournalFormat.MAX_PAYLOAD + 1L;
    return payload + frames * (JournalFormat.HEADER_LENGTH + 2 * Integer.BYTES);
  }

  private void write(int code, long at, Bytes payload) throws IOException {
    int more = isDivisible(code) ? 0 : JournalFormat.MORE;
    int continued = isDivisible(code) ? 0 : JournalFormat.CONTINUED;
    int limit = JournalFormat.MAX_PAYLOAD;
    int from = 0;
    while (payload.length() - from > limit) {
      writeFrame(code, from == 0 ? more : more | continued, at, payload.slice(from, limit));
      from += limit;
    }
    writeFrame(code, from == 0 ? 0 : continued, at, payload.slice(from, payload.length() - from));
  }

  private void writeFrame(int code, int flags, long at, Bytes payload) throws IOException {
    if (sequence > JournalFormat.MAX_SEQUENCE) {
      throw new IOException("the journal in " + folder + " holds as many frames as it can");
    }
    var header = frame.seal(code, flags, sequence, at, previous, payload);
    broken = true;
    end = documents.add(header, payload);
    broken = false;
    sequence++;
    previous = JournalFormat.chain(previous, frame.crc());
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

  private static void abandon(@Nullable Documents documents, Throwable cause) {
    if (documents == null) {
      return;
    }
    try (var _ = documents.channel()) {
      documents.close();
    } catch (IOException | RuntimeException | Error e) {
      cause.addSuppressed(e);
    }
  }
}
