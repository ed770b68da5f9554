package dev.mantra.formats.journal;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads a session's events in order, checks every frame and keeps a list of what was damaged.
 *
 * <p>Memory stays bounded by the largest single event, whatever the session's size.
 */
public final class JournalReader implements AutoCloseable {

  /** Whether somebody may still be writing. */
  enum Mode {
    WHOLE,
    FOLLOW
  }

  private final JournalFile file;
  private final FrameReader frames;
  private final FrameJoiner records;
  private final Mode mode;
  private final SessionHeader header;
  private Optional<Frame> pushedBack = Optional.empty();
  private boolean ended;

  private JournalReader(JournalFile file, Mode mode, SessionHeader fallback) throws IOException {
    this.file = file;
    this.frames = new FrameReader(file);
    this.mode = mode;
    this.records = new FrameJoiner(mode == Mode.FOLLOW ? frames::follow : frames::next, frames);
    this.header = readHeader(fallback);
  }

  /**
   * Opens a journal.
   *
   * @param fallback what is known of the session without its header, should that be damaged
   */
  static JournalReader open(Path folder, Mode mode, SessionHeader fallback) throws IOException {
    var file = JournalFile.open(folder);
    try {
      return new JournalReader(file, mode, fallback);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  public SessionHeader header() {
    return header;
  }

  /**
   * The next event. Of a session that is being recorded, empty means that there is none
   * <em>yet</em>: ask again later; otherwise it means that there are no more.
   */
  public Optional<Event> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    var record = nextRecord();
    if (record.isEmpty()) {
      return Optional.empty();
    }
    var frame = record.get();
    var event = EventCodec.event(frame.code(), frame.offset(), frame.payload());
    ended = event instanceof Event.End;
    return Optional.of(event);
  }

  /** The events from here on, as an iterator that throws {@link UncheckedIOException}. */
  public Iterator<Event> events() {
    return new Iterator<>() {
      private Optional<Event> ahead = read();

      private Optional<Event> read() {
        try {
          return JournalReader.this.next();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public boolean hasNext() {
        return ahead.isPresent();
      }

      @Override
      public Event next() {
        var event = ahead.orElseThrow(NoSuchElementException::new);
        ahead = read();
        return event;
      }
    };
  }

  /** True once the session's orderly end was read. */
  public boolean hasEnded() {
    return ended;
  }

  /** What was found damaged so far. */
  public List<Damage> damage() {
    return frames.damage();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private SessionHeader readHeader(SessionHeader fallback) throws IOException {
    var first = records.next();
    if (first.isEmpty() || first.get().code() != JournalFormat.HEADER) {
      pushedBack = first;
      return fallback;
    }
    try {
      return HeaderCodec.decode(first.get().payload());
    } catch (IllegalArgumentException e) {
      frames.report(first.get().position(), first.get().end(), "damaged session header");
      return fallback;
    }
  }

  private Optional<Frame> nextRecord() throws IOException {
    var record = pushedBack.isPresent() ? pushedBack : records.next();
    pushedBack = Optional.empty();
    if (record.isEmpty() && mode == Mode.WHOLE) {
      records.giveUp();
    }
    return record;
  }
}
