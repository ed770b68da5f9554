package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.replayer.EventSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was recorded as it is, and so does to the terminal whatever that says.
 *
 * <p>There is no picture of the screen to go back to, so going back clears it and writes everything
 * again up to where one wants to be. What the player itself has to say is written over the last row
 * while it is paused.
 */
final class RawView implements View {

  private static final int PIECE = 1 << 16;
  private static final Bytes CLEAR = Bytes.utf8("\033[H\033[2J");

  private final EventSource source;
  private final PlayerScreen screen;
  private final LeftOnModes modes = new LeftOnModes();
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
  private Iterator<Event> events = Collections.emptyIterator();
  private @Nullable Event next;
  private long at = -1;
  private boolean written;
  private String line = "";

  RawView(EventSource source, PlayerScreen screen) {
    this.source = source;
    this.screen = screen;
  }

  @Override
  public void enter() throws IOException {
    long to = at;
    restart();
    if (to >= 0) {
      goTo(to);
    }
  }

  @Override
  public OptionalLong nextEvent() {
    return next == null ? OptionalLong.empty() : OptionalLong.of(next.at());
  }

  @Override
  public void goTo(long to) throws IOException {
    if (to < at || !line.isEmpty()) {
      restart();
    }
    while (next != null && next.at() <= to) {
      if (next instanceof Event.Output output) {
        output.bytes().writeTo(piece);
      }
      advance();
      if (piece.size() >= PIECE) {
        flush();
      }
    }
    at = to;
  }

  @Override
  public void draw(Dashboard dashboard) throws IOException {
    var wanted = line(dashboard);
    if (!line.isEmpty() && wanted.isEmpty()) {
      long to = at;
      restart();
      goTo(to);
    }
    flush();
    if (!wanted.isEmpty() && !wanted.equals(line)) {
      line = wanted;
      screen.write(lastRow(wanted, screen.size()));
    }
  }

  @Override
  public void redraw() {
    // What is on the screen is the terminal's own affair.
  }

  @Override
  public void leave() throws IOException {
    screen.write(modes.off());
  }

  @Override
  public void keepLastScreen() {
    // It stays anyway.
  }

  private static String line(Dashboard dashboard) {
    if (dashboard.input().isPresent()) {
      var input = dashboard.input().get();
      return input.prompt() + input.text();
    }
    if (dashboard.panel() == Dashboard.Panel.HELP) {
      return StatusLine.text(dashboard) + "  " + PlayerHelp.line();
    }
    boolean playing = dashboard.state() == Dashboard.State.PLAYING;
    return playing || dashboard.message().isEmpty() ? "" : StatusLine.text(dashboard);
  }

  /** The cursor stays where it is. */
  private static Bytes lastRow(String text, WindowSize window) {
    // one column is left free: writing the last one would scroll on some terminals
    int room = Math.max(0, window.columns() - 1);
    var shown = new StringBuilder();
    for (var character : ShownText.characters(text)) {
      room -= character.width();
      if (room < 0) {
        break;
      }
      shown.append(character.text());
    }
    var row = "\0337\033[" + window.rows() + ";1H\033[0;7m" + shown + "\033[K\033[0m\0338";
    return Bytes.utf8(row);
  }

  private void flush() throws IOException {
    if (piece.size() > 0) {
      var output = Bytes.wrap(piece.toByteArray());
      piece.reset();
      written = true;
      modes.follow(output);
      screen.write(output);
    }
  }

  private void restart() throws IOException {
    piece.reset();
    if (written) {
      screen.write(modes.off());
      screen.write(CLEAR);
    }
    at = -1;
    line = "";
    events = source.events();
    advance();
  }

  private void advance() {
    next = events.hasNext() ? events.next() : null;
  }
}
