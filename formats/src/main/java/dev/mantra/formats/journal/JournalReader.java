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
  private final SessionView view;
  private SessionHeader header;
  private Optional<Frame> pushedBack = Optional.empty();
  private boolean ended;
  private boolean checkedRest;
  private long sequence;

  private JournalReader(JournalFile file, Mode mode, SessionHeader fallback, SessionView view)
      throws IOException {
    this.file = file;
    this.frames = new FrameReader(file);
    this.mode = mode;
    this.view = view;
    this.records = new FrameJoiner(mode == Mode.FOLLOW ? frames::follow : frames::next, frames);
    this.header = fallback;
    pushedBack = nextRecord();
  }

  /**
   * Opens a journal.
   *
   * @param fallback what is known of the session without its header, should that be damaged
   * @param view what is shown of it
   */
  static JournalReader open(Path folder, Mode mode, SessionHeader fallback, SessionView view)
      throws IOException {
    var file = JournalFile.open(folder);
    try {
      return new JournalReader(file, mode, fallback, view);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * How the session began. Of one whose recorder has only just started, this may be what the
   * session's name tells, until its first events are there.
   */
  public SessionHeader header() {
    return view.header(header);
  }

  /**
   * The next event. Of a session that is being recorded, empty means that there is none
   * <em>yet</em>: ask again later; otherwise it means that there are no more.
   */
  public Optional<Event> next() throws IOException {
    if (ended) {
      checkRest();
      return Optional.empty();
    }
    var record = pushedBack.isPresent() ? pushedBack : nextRecord();
    pushedBack = Optional.empty();
    if (record.isEmpty()) {
      return Optional.empty();
    }
    var frame = record.get();
    if (frame.sequence() >= view.end()) {
      return Optional.empty();
    }
    sequence = frame.sequence();
    var event = EventCodec.event(frame.code(), frame.offset(), frame.payload());
    ended = event instanceof Event.End;
    return Optional.of(view.event(sequence, event));
  }

  /** The number of the frame in which the event begins that {@link #next} gave last. */
  public long sequence() {
    return sequence;
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

  /**
   * Where the next event begins; empty where one cannot go on from later, as frames lie out of
   * order there or an event is not whole yet.
   */
  public Optional<JournalPlace> place() {
    if (pushedBack.isPresent()) {
      return Optional.of(JournalPlace.START);
    }
    return records.isBetweenEvents() ? frames.place() : Optional.empty();
  }

  /**
   * Goes on from a place that {@link #place} gave for this session, at whatever distance; {@link
   * #damage} is then what is found from there on. A place where no frame goes on is passed over
   * like damage: the first sound frame behind it comes next.
   */
  public void seek(JournalPlace place) {
    pushedBack = Optional.empty();
    ended = false;
    checkedRest = false;
    records.forget();
    frames.continueAt(place);
  }

  /**
   * Where the journal's last sound frame ends, found without reading the rest. As long as this is
   * the same, so is the session.
   */
  public JournalPlace lastPlace() throws IOException {
    return lastFrame().map(JournalPlace::behind).orElse(JournalPlace.START);
  }

  /** True once the session's orderly end was read. */
  public boolean hasEnded() {
    return ended;
  }

  /** What was found damaged so far. */
  public List<Damage> damage() {
    return frames.damage();
  }

  /** How many bytes of the file were looked at. */
  long bytesRead() {
    return file.bytesRead();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** The journal's last sound frame; empty when it has none at all. */
  Optional<Frame> lastFrame() throws IOException {
    var first = frames.first();
    return first.isEmpty()
        ? Optional.empty()
        : Optional.of(JournalTail.lastFrame(file, first.get()));
  }

  /** The next record that is an event: the session's header is not. */
  private Optional<Frame> nextRecord() throws IOException {
    var record = records.next();
    if (record.isPresent() && isHeader(record.get())) {
      takeHeader(record.get());
      record = records.next();
    }
    if (record.isEmpty() && mode == Mode.WHOLE) {
      records.giveUp();
    }
    return record;
  }

  private static boolean isHeader(Frame frame) {
    return frame.sequence() == 0 && frame.code() == JournalFormat.HEADER;
  }

  private void takeHeader(Frame frame) {
    try {
      header = HeaderCodec.decode(frame.payload());
    } catch (IllegalArgumentException e) {
      frames.report(frame.position(), frame.end(), "damaged session header");
    }
  }

  private void checkRest() throws IOException {
    if (mode == Mode.WHOLE && !checkedRest) {
      frames.expectNoMore();
    }
    checkedRest = true;
  }
}
