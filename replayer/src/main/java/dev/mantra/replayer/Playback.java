package dev.mantra.replayer;

import dev.mantra.formats.journal.JournalReader;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * A replay that moves through a session: cheaply forwards, and anywhere within a few milliseconds.
 * Times are nanoseconds since the session's start. {@link Replay#close} closes it.
 */
public final class Playback {

  private final ScreenEvents events;
  private final Keyframes keyframes;
  private Stage stage;
  private long time;

  /** Begins at a moment. */
  Playback(JournalReader reader, Keyframes keyframes, long nanos) throws IOException {
    this.events = new ScreenEvents(reader);
    this.keyframes = keyframes;
    this.stage = restore(Math.max(0, nanos));
    play(Math.max(0, nanos));
  }

  /** The moment that is shown. */
  public long time() {
    return time;
  }

  /**
   * The screen at {@link #time}. It goes along with this playback, so it is not to be fed or kept:
   * after the next move ask again.
   */
  public Terminal terminal() {
    return stage.shownAt(time);
  }

  /** The screen at {@link #time} for good: this playback can no longer be moved. */
  Terminal lastTerminal() {
    return stage.lastAt(time);
  }

  /** Goes to a moment, which may be anywhere. */
  public void seek(long nanos) throws IOException {
    long to = Math.max(0, nanos);
    if (to < time || isFarther(to)) {
      stage = restore(to);
    }
    play(to);
  }

  /** Plays on to a moment; never goes back. */
  public void advanceTo(long nanos) throws IOException {
    seek(Math.max(nanos, time));
  }

  /**
   * When something next happens to the screen, after {@link #time}: output, a new window size, or
   * that an update which was never completed is shown as it is. Empty when nothing more will, or,
   * of a session that is being recorded, has yet; what of that is recorded later than it is played
   * happens at once.
   */
  public OptionalLong nextEvent() throws IOException {
    var ahead = events.nextAt();
    var next = ahead.isPresent() ? OptionalLong.of(Math.max(ahead.getAsLong(), time)) : ahead;
    var shown = stage.nextShown(time);
    if (shown.isPresent() && (next.isEmpty() || shown.getAsLong() < next.getAsLong())) {
      return shown;
    }
    return next;
  }

  /** Whether a keyframe is a shorter way forwards than playing on. */
  private boolean isFarther(long to) {
    return keyframes.indexAt(to) - keyframes.indexAt(time) > 1;
  }

  private Stage restore(long nanos) {
    var start = keyframes.start(keyframes.indexAt(nanos));
    events.seek(start.place(), start.at());
    time = start.at();
    return new Stage(start);
  }

  private void play(long to) throws IOException {
    for (var next = events.nextAt();
        next.isPresent() && next.getAsLong() <= to;
        next = events.nextAt()) {
      stage.take(events.next());
    }
    time = to;
  }
}
