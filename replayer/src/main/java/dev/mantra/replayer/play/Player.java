package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.replayer.EventSource;
import dev.mantra.replayer.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays a session on a terminal and obeys the keys that are pressed there.
 *
 * <p>What was recorded is written as it is. There is no picture of the screen to go back to, so
 * going back clears it and writes everything again up to where one wants to be.
 */
public final class Player {

  /** Keys are asked for this often also while there is something to show all the time. */
  private static final long KEYS_EVERY = 20_000_000L;

  /** A key that is sent in several bytes is complete after this time. */
  private static final long KEY_COMPLETE = 50_000_000L;

  private static final int PIECE = 1 << 16;

  /** A marker this close before the position is the one that was just gone to. */
  private static final long AT_MARKER = 1_000_000_000L;

  private static final Bytes CLEAR = Bytes.utf8("\033[H\033[2J");

  private final Timeline timeline;
  private final EventSource source;
  private final PlayerScreen screen;
  private final LongSupplier nanos;
  private final Pace pace;
  private final long startAt;
  private final PlayerKeys keys = new PlayerKeys();
  private final LeftOnModes modes = new LeftOnModes();
  private Iterator<Event> events = Collections.emptyIterator();
  private @Nullable Event next;

  /** How many events were taken from the source. */
  private long taken;

  private long shown;
  private boolean written;
  private boolean marksRead;
  private long keysReadAt;
  private boolean helpShown;
  private boolean pausedByHelp;
  private volatile boolean quit;

  /**
   * @param nanos a clock that only goes forward
   */
  public Player(
      Timeline timeline,
      EventSource source,
      PlayerScreen screen,
      PlayOptions options,
      LongSupplier nanos) {
    this.timeline = timeline;
    this.source = source;
    this.screen = screen;
    this.nanos = nanos;
    this.pace = new Pace(nanos, options.speed(), options.idleTimeLimit());
    this.startAt = options.startAt();
  }

  /** Plays to the end or until it is told to stop, and leaves the terminal as it was. */
  public void play() throws IOException {
    try {
      var note = PlayerHelp.sizeNote(timeline.header().size(), screen.size());
      if (note.isPresent()) {
        screen.write(note.get());
      }
      restart();
      seek(startAt);
      while (!quit && (next != null || pace.isPaused())) {
        turn();
      }
    } finally {
      try {
        screen.write(modes.off());
      } finally {
        screen.restore();
      }
    }
  }

  /** Makes {@link #play} return soon; may be called from another thread. */
  public void stop() {
    quit = true;
  }

  private void turn() throws IOException {
    long wait = next == null ? Pace.NEVER : pace.waitFor(next.at());
    if (wait > 0) {
      readKeys(wait);
      return;
    }
    showNext();
    if (nanos.getAsLong() - keysReadAt > KEYS_EVERY) {
      readKeys(0);
    }
  }

  private void readKeys(long wait) throws IOException {
    var typed = screen.readKeys(keys.isPending() ? Math.min(wait, KEY_COMPLETE) : wait);
    keysReadAt = nanos.getAsLong();
    if (typed.isEmpty()) {
      quit = true;
      return;
    }
    if (typed.get().isEmpty()) {
      keys.giveUp();
      return;
    }
    for (var command : keys.feed(typed.get())) {
      obey(command);
    }
  }

  private void obey(PlayerCommand command) throws IOException {
    if (helpShown) {
      hideHelp();
      if (command == PlayerCommand.Simple.TOGGLE_HELP) {
        return;
      }
    }
    switch (command) {
      case PlayerCommand.Skip skip -> seek(pace.position() + skip.nanos());
      case PlayerCommand.SkipPercent skip -> seek(pace.position() + share(skip.percent()));
      case PlayerCommand.GoToPercent go -> goTo(go.percent());
      case PlayerCommand.Simple simple -> obeySimple(simple);
    }
  }

  private void obeySimple(PlayerCommand.Simple command) throws IOException {
    switch (command) {
      case TOGGLE_PAUSE -> {
        if (pace.isPaused()) {
          pace.resume();
        } else {
          pace.pause();
        }
      }
      case STEP -> step();
      case NEXT_MARKER -> nextMarker();
      case PREVIOUS_MARKER -> previousMarker();
      case FASTER -> pace.faster();
      case SLOWER -> pace.slower();
      case NORMAL_SPEED -> pace.normalSpeed();
      case TOGGLE_IDLE -> pace.toggleIdle();
      case TOGGLE_HELP -> help();
      case QUIT -> quit = true;
    }
  }

  /** Shows the next output; only a paused player steps. */
  private void step() throws IOException {
    while (pace.isPaused() && next != null) {
      boolean output = next instanceof Event.Output;
      showNext();
      if (output) {
        return;
      }
    }
  }

  private void goTo(int percent) throws IOException {
    if (percent == 100) {
      // otherwise the end of playing would hide what one came to see
      pace.pause();
    }
    seek(share(percent));
  }

  private void nextMarker() throws IOException {
    long position = pace.position();
    for (var mark : marks()) {
      if (mark.at() > position) {
        seek(mark.at());
        return;
      }
    }
  }

  private void previousMarker() throws IOException {
    long position = pace.position();
    var marks = marks();
    for (int i = marks.size() - 1; i >= 0; i--) {
      if (marks.get(i).at() < position - (pace.isPaused() ? 0 : AT_MARKER)) {
        seek(marks.get(i).at());
        return;
      }
    }
  }

  private List<Timeline.Mark> marks() throws IOException {
    var marks = timeline.marks();
    if (!marksRead) {
      // finding them may have ended the reading of the events: start that again, up to here
      marksRead = true;
      long already = taken;
      start();
      while (taken < already) {
        advance();
      }
    }
    return marks;
  }

  private void help() throws IOException {
    pausedByHelp = !pace.isPaused();
    pace.pause();
    helpShown = true;
    screen.write(
        PlayerHelp.line(
            pace.position(),
            timeline.duration(),
            pace.speed(),
            timeline.header().size(),
            screen.size()));
  }

  private void hideHelp() throws IOException {
    helpShown = false;
    long position = pace.position();
    restart();
    seek(position);
    if (pausedByHelp) {
      pace.resume();
    }
  }

  /** Goes to a place without waiting; what the window showed before it is written again. */
  private void seek(long to) throws IOException {
    long target = Math.clamp(to, 0, timeline.duration());
    if (target < shown) {
      restart();
    }
    var piece = new ByteArrayOutputStream();
    while (next != null && next.at() <= target) {
      if (next instanceof Event.Output output) {
        output.bytes().writeTo(piece);
      }
      shown = next.at();
      advance();
      if (piece.size() >= PIECE) {
        write(piece);
      }
    }
    write(piece);
    pace.jump(target);
  }

  private void write(ByteArrayOutputStream piece) throws IOException {
    if (piece.size() > 0) {
      write(Bytes.wrap(piece.toByteArray()));
      piece.reset();
    }
  }

  private void write(Bytes output) throws IOException {
    written = true;
    modes.follow(output);
    screen.write(output);
  }

  private void restart() throws IOException {
    if (written) {
      screen.write(modes.off());
      screen.write(CLEAR);
    }
    shown = 0;
    start();
  }

  private void start() throws IOException {
    events = source.events();
    taken = 0;
    advance();
  }

  private void showNext() throws IOException {
    if (next == null) {
      return;
    }
    switch (next) {
      case Event.Output output -> write(output.bytes());
      case Event.Input _,
          Event.HiddenInput _,
          Event.Resize _,
          Event.Marker _,
          Event.Paused _,
          Event.Resumed _,
          Event.Gap _,
          Event.End _,
          Event.Unknown _ -> {}
    }
    shown = next.at();
    pace.reached(shown);
    advance();
  }

  private void advance() {
    next = events.hasNext() ? events.next() : null;
    taken++;
  }

  private long share(int percent) {
    return timeline.duration() / 100 * percent + timeline.duration() % 100 * percent / 100;
  }
}
