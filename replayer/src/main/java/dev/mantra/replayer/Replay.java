package dev.mantra.replayer;

import com.google.re2j.Pattern;
import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.terminal.Terminal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was seen: its screen at any moment.
 *
 * <p>Times are nanoseconds since the session's start. The screen at a moment is what a person saw
 * then: all that had happened by then, but no half-drawn synchronised update (mode 2026).
 *
 * <p>Opening reads the journal's beginning and end. The first question that needs more reads the
 * session through once and leaves keyframes, lines or messages in the cache folder; from then on no
 * question reads more than a stretch of the journal. What lies in the cache is checked before it is
 * believed and made anew where it does not fit; a cache that cannot be used only costs time.
 *
 * <p>Not safe for use by several threads.
 */
public final class Replay implements AutoCloseable {

  private final Session session;
  private final Optional<FileStamp> stamp;
  private final SessionSummary summary;
  private final ReplayOptions options;
  private final Cache cache;
  private final Timeline timeline;
  private final JournalReader reader;
  private final JournalPlace end;
  private final List<Closeable> opened = new ArrayList<>();
  private @Nullable Keyframes keyframes;
  private @Nullable FrameTimes frames;
  private @Nullable Lines lines;
  private @Nullable Messages messages;

  private Replay(
      Session session,
      Optional<FileStamp> stamp,
      Optional<Path> cacheFolder,
      ReplayOptions options,
      JournalReader reader)
      throws IOException {
    this.session = session;
    this.stamp = stamp;
    this.summary = session.summary();
    this.options = options;
    this.cache = new Cache(cacheFolder, session, options.widthPolicy());
    this.timeline = new Timeline(summary.header(), summary.duration(), new Content());
    this.reader = reader;
    this.end = reader.lastPlace();
    opened.add(reader::close);
  }

  /**
   * Opens a session. One that is being recorded is taken as it stands now.
   *
   * @param cacheFolder holds what is derived from sessions, and is made when it is not there;
   *     empty: keyframes are kept in memory, and lines are collected each time
   */
  public static Replay open(Session session, Optional<Path> cacheFolder, ReplayOptions options)
      throws IOException {
    var stamp = session.stamp();
    var reader = session.read();
    try {
      return new Replay(session, stamp, cacheFolder, options, reader);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** Deletes what was derived from a session: to be called when the session itself is deleted. */
  public static void forget(Path cacheFolder, SessionId session) throws IOException {
    Cache.forget(cacheFolder, session);
  }

  /** How the session began, as it was recorded. */
  public SessionHeader header() {
    return summary.header();
  }

  /** Nanoseconds from the start to the last event. */
  public long duration() {
    return timeline.duration();
  }

  /** Where positions are in time, with the marks that were set later. */
  public Timeline timeline() {
    return timeline;
  }

  /** The screen at a moment: a terminal of the caller's own. */
  public Terminal screenAt(long nanos) throws IOException {
    return new Playback(reader, keyframes(), nanos).lastTerminal();
  }

  /** A replay that moves through the session. */
  public Playback playback() throws IOException {
    return new Playback(openReader(), keyframes(), 0);
  }

  /**
   * The first frame after a moment: when it was complete, which is the moment to ask for its
   * screen. A frame is what was shown between two refreshes of a display: what was written within
   * 16 ms, and up to the end of a synchronised update.
   */
  public OptionalLong nextFrame(long nanos) throws IOException {
    return frames().after(nanos);
  }

  /** The last frame before a moment. */
  public OptionalLong previousFrame(long nanos) throws IOException {
    return frames().before(nanos);
  }

  /** Everything that was said. */
  public Messages messages() throws IOException {
    if (messages == null) {
      messages =
          new MessagesMaker(session, openReader(), summary, this::playback, end, options)
              .messages(cache);
    }
    return messages;
  }

  /** Every line that was displayed. */
  public Lines lines() throws IOException {
    if (lines == null) {
      lines = new Lines(new LinesMaker(session, summary, end, stamp, options).lines(cache));
      opened.add(lines);
    }
    return lines;
  }

  /** Closes all that was opened for this replay, its playbacks too. */
  @Override
  public void close() throws IOException {
    for (var each : opened) {
      each.close();
    }
    opened.clear();
  }

  private Keyframes keyframes() throws IOException {
    if (keyframes == null) {
      keyframes =
          new KeyframesMaker(session, reader, summary.header(), end, options).keyframes(cache);
      opened.add(keyframes);
    }
    return keyframes;
  }

  private FrameTimes frames() throws IOException {
    if (frames == null) {
      frames = new FrameTimes(reader, keyframes(), duration());
    }
    return frames;
  }

  private JournalReader openReader() throws IOException {
    var another = session.read();
    opened.add(another::close);
    return another;
  }

  /** What the timeline asks for. */
  private final class Content implements Moments {

    @Override
    public List<Timeline.Mark> marks() throws IOException {
      var all = new ArrayList<>(keyframes().marks());
      for (var mark : summary.notes().marks()) {
        all.add(new Timeline.Mark(Math.clamp(mark.at(), 0, duration()), mark.label()));
      }
      all.sort(Comparator.comparingLong(Timeline.Mark::at));
      return List.copyOf(all);
    }

    @Override
    public Conversation conversation() throws IOException {
      return messages().conversation();
    }

    @Override
    public long shownAt(NumberedEntry entry) throws IOException {
      return messages().shownAt(entry);
    }

    @Override
    public long completeAt(NumberedEntry entry) throws IOException {
      return messages().completeAt(entry);
    }

    @Override
    public OptionalLong firstShown(Pattern regex) throws IOException {
      return new ScreenSearch(lines(), playback(), frames()).first(regex);
    }
  }
}
