package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.Supplier;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.LegacyRollCycles;

/**
 * Appends the events of one session to a Chronicle queue, framed so that each can be checked.
 *
 * <p>One thread appends; {@link #force} may be called by another one.
 */
public final class JournalWriter implements AutoCloseable {

  /** A message may take a quarter of it. Larger ones only cost address space. */
  private static final int BLOCK_SIZE = 1 << 20;

  /** A queue rolls files by the clock; ours stands still, so that one session is one file. */
  private static final RollCycle ONE_FILE = LegacyRollCycles.DAILY;

  private static final int PAGE = 4096;

  private final Path folder;
  private final ChronicleQueue queue;
  private final ExcerptAppender appender;
  private final FrameHeader frame = new FrameHeader();
  private final Path file;
  private final FileChannel channel;
  private final ReservedSpace space;
  private long sequence;
  private long previous;
  private volatile long end;
  private boolean ended;

  private JournalWriter(Path folder, ChronicleQueue queue, Supplier<SessionHeader> header)
      throws IOException {
    this.folder = folder;
    this.queue = queue;
    this.appender = queue.createAppender();
    writeParts(JournalFormat.HEADER, 0, HeaderCodec.encode(header.get()));
    this.file = JournalFile.locate(folder);
    this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    this.space = new ReservedSpace(channel);
    space.reserve(end, 0);
    Permissions.makePrivate(folder);
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
    Permissions.createPrivateFolder(folder);
    ReservedSpace.checkBeforeOpening(folder);
    try {
      var queue =
          SingleChronicleQueueBuilder.single(folder.toString())
              .rollCycle(ONE_FILE)
              .timeProvider(() -> 0L)
              .blockSize(BLOCK_SIZE)
              .build();
      try {
        return new JournalWriter(folder, queue, header);
      } catch (IOException | RuntimeException | InternalError e) {
        queue.close();
        throw e;
      }
    } catch (RuntimeException | InternalError e) {
      throw new IOException("cannot start the journal in " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Adds an event.
   *
   * @throws IOException when it could not be written whole; the journal is as it was before
   */
  public void append(Event event) throws IOException {
    int code = EventCodec.code(event);
    var payload = EventCodec.payload(event);
    boolean last = code == JournalFormat.END;
    if (payload.length() > JournalFormat.MAX_EVENT) {
      throw new IOException("an event of " + payload.length() + " bytes is too large");
    }
    if (!last) {
      reserve(payload.length());
    }
    try {
      writeParts(code, event.at(), payload);
    } catch (RuntimeException | InternalError e) {
      throw new IOException("cannot write the journal in " + folder + ": " + e.getMessage(), e);
    }
    ended |= last;
  }

  /** Writes everything appended so far through to the disk. */
  public void force() throws IOException {
    channel.force(false);
  }

  /** How many bytes of the journal's file are in use. */
  public long length() {
    return end;
  }

  /** False when somebody deleted or replaced the file behind our back. */
  public boolean isInPlace() {
    try {
      return Files.size(file) >= end;
    } catch (IOException e) {
      return false;
    }
  }

  /** Closes the journal; one that has its end is cut to its real size. */
  @Override
  public void close() throws IOException {
    try {
      appender.close();
      queue.close();
      if (ended) {
        // One page of zeros stays, so that Chronicle itself would see where the queue ends.
        channel.truncate((end / PAGE + 2) * PAGE);
        channel.force(true);
      }
    } catch (RuntimeException | InternalError e) {
      throw new IOException("cannot close the journal in " + folder + ": " + e.getMessage(), e);
    } finally {
      channel.close();
    }
  }

  private void reserve(int payload) throws IOException {
    int frames = payload / JournalFormat.MAX_PAYLOAD + 1;
    space.reserve(end, payload + frames * (JournalFormat.HEADER_LENGTH + 2 * Integer.BYTES));
  }

  /** Writes a payload that may be larger than one frame can be. */
  private void writeParts(int code, long offset, Bytes payload) throws IOException {
    boolean divisible = code == JournalFormat.OUTPUT || code == JournalFormat.INPUT;
    int limit = JournalFormat.MAX_PAYLOAD;
    int from = 0;
    while (payload.length() - from > limit) {
      write(code, divisible ? 0 : JournalFormat.MORE, offset, payload.slice(from, limit));
      from += limit;
    }
    write(code, 0, offset, payload.slice(from, payload.length() - from));
  }

  private void write(int code, int flags, long offset, Bytes payload) throws IOException {
    var header = frame.seal(code, flags, sequence, offset, previous, payload);
    var document = appender.writingDocument();
    boolean whole = false;
    try {
      var out = Objects.requireNonNull(document.wire()).bytes();
      out.write(header);
      payload.writeTo(out.outputStream());
      end = out.writePosition();
      whole = true;
    } finally {
      // Closing alone would keep half a document when something was thrown.
      if (!whole) {
        document.rollbackOnClose();
      }
      document.close();
    }
    sequence++;
    previous = JournalFormat.chain(previous, frame.crc());
  }
}
