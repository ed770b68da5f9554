package dev.mantra.replayer.play;

import dev.mantra.formats.event.WindowSize;
import dev.mantra.replayer.Playback;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Shows the recorded screen by drawing it anew, with a status line below and whatever else there is
 * to show. Recorded bytes never get to the terminal.
 */
final class DrawnView implements View {

  private final Playback playback;
  private final PlayerScreen screen;
  private final StatusLine status;
  private final RecordedScreen recorded = new RecordedScreen();
  private final ScreenPainter painter = new ScreenPainter();
  private Viewport viewport = Viewport.START;

  /** What was drawn last; none when anything else has changed since. */
  private @Nullable Dashboard drawn;

  DrawnView(Playback playback, PlayerScreen screen, StatusColors colors) {
    this.playback = playback;
    this.screen = screen;
    this.status = new StatusLine(colors);
  }

  @Override
  public void enter() throws IOException {
    drawn = null;
    screen.write(painter.enter());
  }

  @Override
  public OptionalLong nextEvent() throws IOException {
    return playback.nextEvent();
  }

  @Override
  public void goTo(long at) throws IOException {
    if (at != playback.time()) {
      playback.seek(at);
      drawn = null;
    }
  }

  @Override
  public void draw(Dashboard dashboard) throws IOException {
    if (dashboard.equals(drawn)) {
      return;
    }
    var bytes = painter.paint(picture(dashboard, screen.size()));
    if (!bytes.isEmpty()) {
      screen.write(bytes);
    }
    drawn = dashboard;
  }

  @Override
  public void redraw() {
    drawn = null;
    painter.forget();
  }

  @Override
  public void leave() throws IOException {
    screen.write(painter.leave());
  }

  /** Written as lines, as a program that ran here would have left them. */
  @Override
  public void keepLastScreen() throws IOException {
    var terminal = playback.terminal();
    var window = screen.size();
    var picture = new Picture(Math.min(terminal.columns(), window.columns()), terminal.rows());
    var area = new Area(0, 0, picture.rows(), picture.columns());
    recorded.draw(terminal, Viewport.START, ScreenHits.NONE, picture, area);
    screen.write(PictureText.of(picture));
  }

  private Picture picture(Dashboard dashboard, WindowSize size) {
    var window =
        new Area(
            0,
            0,
            Math.clamp(size.rows(), 1, Terminal.MOST_ROWS),
            Math.clamp(size.columns(), 1, Terminal.MOST_COLUMNS));
    var picture = new Picture(window.columns(), window.rows());
    boolean hasStatus = window.rows() > 1 || dashboard.input().isPresent();
    var area = hasStatus ? window.withoutBottom(1) : window;
    var note = "";
    if (dashboard.pane() == Dashboard.Pane.LANDMARKS) {
      var pane = area.rightPart(LandmarkPane.columns(window.columns()));
      if (pane.isEmpty()) {
        note = "no room for the list";
      } else {
        LandmarkPane.draw(dashboard, picture, pane);
        area = area.withoutRight(pane.columns());
      }
    }
    if (!area.isEmpty()) {
      var cut = drawRecorded(dashboard, picture, area);
      note = note.isEmpty() ? cut : note;
      if (dashboard.panel() == Dashboard.Panel.HELP) {
        picture.hideCursor();
        PlayerHelp.draw(picture, area);
      }
    }
    if (hasStatus) {
      status.draw(dashboard, note, picture, window.rows() - 1);
    }
    return picture;
  }

  /** Draws the recorded screen, and says what there is not room for. */
  private String drawRecorded(Dashboard dashboard, Picture picture, Area area) {
    var terminal = playback.terminal();
    var hits =
        dashboard.search().map(search -> ScreenHits.find(search, terminal)).orElse(ScreenHits.NONE);
    viewport = viewport.follow(terminal, area);
    if (dashboard.state() != Dashboard.State.PLAYING && !hits.isEmpty()) {
      // who stopped at a hit wants to see it more than the cursor
      int first = hits.nextSetBit(0);
      int columns = terminal.columns();
      viewport = viewport.follow(terminal, area, first / columns, first % columns);
    }
    recorded.draw(terminal, viewport, hits, picture, area);
    return Viewport.isNeeded(terminal, area) ? note(terminal, area) : "";
  }

  private String note(Terminal terminal, Area area) {
    int columns = Math.min(area.columns(), terminal.columns());
    int rows = Math.min(area.rows(), terminal.rows());
    var recordedSize = terminal.columns() + "x" + terminal.rows();
    var where =
        viewport.equals(Viewport.START)
            ? ""
            : " at " + (viewport.column() + 1) + "," + (viewport.row() + 1);
    return columns + "x" + rows + " of " + recordedSize + where;
  }
}
