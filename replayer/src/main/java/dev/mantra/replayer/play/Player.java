package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import dev.mantra.replayer.EventSource;
import dev.mantra.replayer.Replay;
import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Plays a session on a terminal and obeys the keys that are pressed there.
 *
 * <pre>
 *  PlayerScreen → HostInput → KeyDecoder → PlayerControls → Playhead → View → PlayerScreen
 * </pre>
 *
 * <p>Playing to the end ends the player and leaves the last screen in the window; going to the end
 * holds it there, paused.
 */
public final class Player {

  /** The screen is drawn at most this often; what happens in between is skipped. */
  private static final long FRAME = 1_000_000_000L / 60;

  /** While nothing happens in the recording, the time that is shown goes on. */
  private static final long TICK = 100_000_000L;

  /** A key that is sent in several bytes is complete after this time. */
  private static final long KEY_COMPLETE = 50_000_000L;

  private final View view;
  private final PlayerScreen screen;
  private final LongSupplier nanos;
  private final Playhead playhead;
  private final PlayerControls controls;
  private final long startAt;
  private final KeyDecoder keys = new KeyDecoder();
  private long drawnAt;
  private volatile boolean quit;

  private Player(
      Replay replay,
      Landmarks landmarks,
      View view,
      PlayerScreen screen,
      PlayOptions options,
      LongSupplier nanos) {
    var pace = new Pace(nanos, options.speed(), options.idleTimeLimit());
    this.view = view;
    this.screen = screen;
    this.nanos = nanos;
    this.playhead = new Playhead(view, pace, replay.duration(), nanos);
    this.controls = new PlayerControls(replay, landmarks, playhead, pace, options);
    this.startAt = options.startAt();
    this.drawnAt = nanos.getAsLong() - FRAME;
  }

  /**
   * A player that draws the recorded screen itself, so that nothing that was recorded can act on
   * the terminal.
   *
   * @param nanos a clock that only goes forward
   */
  public static Player drawing(
      Replay replay,
      Landmarks landmarks,
      PlayerScreen screen,
      PlayOptions options,
      LongSupplier nanos)
      throws IOException {
    var view = new DrawnView(replay.playback(), screen, options.colors());
    return new Player(replay, landmarks, view, screen, options, nanos);
  }

  /**
   * A player that writes what was recorded as it is: whatever that says, the terminal does.
   *
   * @param events those of the same session
   * @param nanos a clock that only goes forward
   */
  public static Player raw(
      Replay replay,
      EventSource events,
      Landmarks landmarks,
      PlayerScreen screen,
      PlayOptions options,
      LongSupplier nanos) {
    return new Player(replay, landmarks, new RawView(events, screen), screen, options, nanos);
  }

  /** Plays to the end or until it is told to stop, and leaves the terminal as it was. */
  public void play() throws IOException {
    try {
      try {
        view.enter();
        playhead.startAt(startAt);
        while (!quit && !playhead.hasEnded()) {
          turn();
        }
      } finally {
        view.leave();
      }
      if (playhead.hasEnded()) {
        view.keepLastScreen();
      }
    } finally {
      screen.restore();
    }
  }

  /** Makes {@link #play} return soon; may be called from another thread. */
  public void stop() {
    quit = true;
  }

  /**
   * Shows how far something is that a key has asked for and that takes long: to be called by it, on
   * the thread that plays.
   *
   * @param done how much of {@code of} was done
   */
  public void showProgress(long done, long of) throws IOException {
    if (nanos.getAsLong() - drawnAt >= TICK) {
      long percent = of <= 0 ? 100 : Math.clamp(Math.round(100.0 * done / of), 0, 100);
      draw(controls.dashboard("reading the session: " + percent + " %"));
    }
  }

  private void turn() throws IOException {
    playhead.advance();
    boolean isBehind = !playhead.hasEnded() && playhead.waitForNext() == 0;
    long left = FRAME - (nanos.getAsLong() - drawnAt);
    if (left > 0) {
      await(isBehind ? 0 : left);
      return;
    }
    draw(controls.dashboard());
    if (isBehind) {
      await(0);
    } else if (playhead.isPaused()) {
      await(Pace.NEVER);
    } else if (!playhead.hasEnded()) {
      await(Math.clamp(playhead.waitForNext(), FRAME, TICK));
    }
  }

  private void draw(Dashboard dashboard) throws IOException {
    view.draw(dashboard);
    drawnAt = nanos.getAsLong();
  }

  private void await(long wait) throws IOException {
    var input = screen.await(keys.isPending() ? Math.min(wait, KEY_COMPLETE) : wait);
    switch (input) {
      case HostInput.Typed(Bytes bytes) -> press(keys.feed(bytes));
      case HostInput.Simple.NOTHING -> press(keys.giveUp());
      case HostInput.Simple.RESIZED -> view.redraw();
      case HostInput.Simple.SUSPEND -> suspend();
      case HostInput.Simple.CONTINUED -> view.enter();
      case HostInput.Simple.CLOSED -> quit = true;
    }
  }

  private void press(List<Key> pressed) throws IOException {
    for (var key : pressed) {
      if (quit) {
        return;
      }
      switch (controls.press(key)) {
        case STAY -> {}
        case REDRAW -> view.redraw();
        case SUSPEND -> suspend();
        case QUIT -> quit = true;
      }
    }
  }

  private void suspend() throws IOException {
    playhead.hold();
    view.leave();
    screen.suspend();
    view.enter();
    playhead.release();
  }
}
