package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import dev.mantra.replayer.Recorded;
import dev.mantra.replayer.Replay;
import dev.mantra.replayer.ReplayOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A session in a store of its own that is played on a window with a clock of its own. */
final class PlayedSession implements AutoCloseable {

  static final long SECOND = 1_000_000_000L;
  private static final Instant START = Recorded.START;

  private final Session session;
  private final Replay replay;
  private final List<JournalReader> readers = new ArrayList<>();
  final FakeWindow window = new FakeWindow();

  PlayedSession(Path folder, WindowSize size, List<Event> events) throws IOException {
    var store = new Store(folder.resolve("sessions"));
    var id = SessionId.of(START, "bash", 1);
    session = store.create(id);
    var header = SessionHeader.builder(id, START, "mantra test").size(size).build();
    try (var journal = JournalWriter.create(session.journal(), header)) {
      journal.append(events);
      long end = events.isEmpty() ? 0 : events.getLast().at();
      journal.append(new Event.End(end, EndReason.EXITED, OptionalInt.of(0), Totals.NONE));
    }
    store.finish(session);
    replay = Replay.open(session, Optional.of(folder.resolve("cache")), ReplayOptions.STANDARD);
  }

  /** One letter a second, from a to k; a marker at 3 and at 6 seconds. */
  static PlayedSession letters(Path folder) throws IOException {
    return new PlayedSession(folder, new WindowSize(40, 5), letters());
  }

  static List<Event> letters() {
    var events = new ArrayList<Event>();
    for (int second = 0; second <= 10; second++) {
      if (second == 3 || second == 6) {
        events.add(new Event.Marker(second * SECOND, "m" + second));
      }
      events.add(output(second, "" + (char) ('a' + second)));
    }
    return events;
  }

  static Event output(double second, String text) {
    return new Event.Output(Math.round(second * SECOND), Bytes.utf8(text));
  }

  Replay replay() {
    return replay;
  }

  void play(PlayOptions options) throws IOException {
    play(options, Landmarks.of(replay));
  }

  void play(PlayOptions options, Landmarks landmarks) throws IOException {
    Player.drawing(replay, landmarks, window, options, window::now).play();
  }

  void playRaw(PlayOptions options) throws IOException {
    var landmarks = Landmarks.of(replay);
    Player.raw(replay, this::events, landmarks, window, options, window::now).play();
  }

  private Iterator<Event> events() throws IOException {
    var reader = session.read();
    readers.add(reader);
    return reader.events();
  }

  @Override
  public void close() throws IOException {
    for (var reader : readers) {
      reader.close();
    }
    replay.close();
  }
}
