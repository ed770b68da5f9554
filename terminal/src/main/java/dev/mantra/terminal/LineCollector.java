package dev.mantra.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists every line that was ever displayed, once, with the times at which it was first and last
 * seen.
 *
 * <p>A line counts when it scrolls out of a screen, or when it has stood still for {@value
 * #STILL_MILLIS} ms, so that the states of a spinner do not. A line that grows at its end stays one
 * line, and so does one whose numbers tick. The lines come out numbered; those of a very long
 * recording before its end, in no particular order, the others at {@link #finish}.
 *
 * <p>No clock is read: times come with the bytes, in nanoseconds that do not run backwards.
 */
public final class LineCollector {
  private static final long STILL_MILLIS = 200;
  private static final long STILL = STILL_MILLIS * 1_000_000;

  /** How often a screen that never rests is looked at. */
  private static final long GLANCE = 50_000_000;

  /** A line whose numbers change sooner than this is ticking. */
  private static final long TICK = 2_500_000_000L;

  private final Terminal terminal;
  private final LineLog log;
  private List<ShownLine> shown = new ArrayList<>();

  /** The line that the cursor was on, where somebody may be typing. */
  private @Nullable ShownLine typed;

  private boolean onAlternate;
  private long lastFed;
  private long lastGlance;
  private long fingerprint;
  private int epoch;

  /**
   * The rows that have scrolled off; it may hold the beginning of a line whose end is on the
   * screen.
   */
  private final LineJoiner scrolledOff =
      new LineJoiner(text -> leave(text, Departure.SCROLLED_OFF));

  /** Takes over the terminal's {@link Terminal#setLineSink line sink}. */
  public LineCollector(Terminal terminal, Consumer<DisplayedLine> sink) {
    this.terminal = terminal;
    log = new LineLog(sink);
    terminal.setLineSink(this::lineLeft);
  }

  /** Feeds the terminal with what was written at a time. */
  public void feed(byte[] bytes, int from, int to, long nanos) {
    glance(nanos);
    lastFed = nanos;
    terminal.feed(bytes, from, to);
  }

  public void resize(int columns, int rows, long nanos) {
    glance(nanos);
    lastFed = nanos;
    terminal.resize(columns, rows);
  }

  /** The recording ends: what is on the screen counts. */
  public void finish(long nanos) {
    look();
    if (terminal.isAlternateScreen()) {
      scrolledOff.end(); // the rest of its line is not on this screen
    }
    settle(Long.MAX_VALUE);
    for (ShownLine line : shown) {
      if (line.entry != null) {
        line.entry.lastSeen = Math.max(line.entry.lastSeen, nanos);
      }
    }
    shown.clear();
    log.finish();
  }

  /**
   * Looks at the screen as it was until now, unless it was looked at a moment ago or is half drawn.
   */
  private void glance(long now) {
    if ((now - lastFed >= STILL || now - lastGlance >= GLANCE)
        && !terminal.inSynchronizedUpdate()) {
      lastGlance = now;
      long print = fingerprint(terminal.screen());
      if (print != fingerprint) {
        fingerprint = print;
        look();
      }
      settle(now);
    }
  }

  /** Compares the screen with what was on it before. */
  private void look() {
    log.beginEpoch(terminal.scrollbackEpoch());
    if (terminal.screen().grid.row(0).isBlank()) {
      scrolledOff.end();
    }
    var onScreen = linesOnScreen();
    int grown = typed == null ? -1 : onScreen.grown(typed, shown);
    ShownLine goingOn = grown < 0 ? null : typed;
    Map<String, Deque<ShownLine>> before = new HashMap<>();
    for (ShownLine line : shown) {
      if (line != goingOn) {
        before.computeIfAbsent(line.text, _ -> new ArrayDeque<>(1)).add(line);
      }
    }
    List<ShownLine> now = new ArrayList<>();
    for (String text : onScreen.texts()) {
      if (goingOn != null && now.size() == grown) {
        now.add(goingOn.grown(text, lastFed));
        continue;
      }
      Deque<ShownLine> same = before.get(text);
      ShownLine known = same == null ? null : same.poll();
      now.add(known == null ? new ShownLine(text, lastFed) : known);
    }
    typed = onScreen.cursor() < 0 ? null : now.get(onScreen.cursor());
    List<ShownLine> gone = new ArrayList<>();
    for (ShownLine line : shown) {
      Deque<ShownLine> left = before.get(line.text);
      if (left != null && left.remove(line)) {
        gone.add(line);
      }
    }
    inherit(now, gone);
    for (ShownLine line : gone) {
      if (line.entry != null) {
        log.vanish(
            line.entry,
            lastFed,
            onAlternate ? DisplayedLine.Place.ALTERNATE : DisplayedLine.Place.WIPED);
      }
    }
    shown = now;
    onAlternate = terminal.isAlternateScreen();
  }

  /**
   * Lets new texts go on with the lines of old ones that they continue or whose numbers they tick.
   */
  private void inherit(List<ShownLine> now, List<ShownLine> gone) {
    for (ShownLine line : now) {
      if (line.entry != null || gone.isEmpty()) {
        continue;
      }
      for (ShownLine old : gone) {
        LineLog.Entry entry = old.entry;
        if (entry != null && continues(old, line)) {
          entry.text = line.text;
          line.entry = entry;
          gone.remove(old);
          break;
        }
      }
    }
  }

  private boolean continues(ShownLine old, ShownLine line) {
    if (old.grewTo(line.text)) {
      return true;
    }
    return lastFed - old.since < TICK && old.shape().equals(line.shape());
  }

  /** A number that is the same as long as the text on the screen is. */
  private static long fingerprint(Screen screen) {
    long hash = screen.isAlternate() ? 1 : 0;
    for (int y = 0; y < screen.rows; y++) {
      Row row = screen.grid.row(y);
      for (int x = 0; x < row.used; x++) {
        hash = (hash + (row.cells[x] & Cell.CONTENT)) * 0x9E3779B97F4A7C15L;
      }
      hash = (hash ^ hash >>> 29) + y;
    }
    return hash;
  }

  /** Lines that have stood still until now count. */
  private void settle(long now) {
    for (ShownLine line : shown) {
      if (line.entry == null && now - line.since >= STILL) {
        line.entry =
            log.appear(
                line.text,
                line.since,
                onAlternate ? DisplayedLine.Place.ALTERNATE : DisplayedLine.Place.MAIN);
      }
    }
  }

  private ScreenLines linesOnScreen() {
    return ScreenLines.of(
        terminal, terminal.isAlternateScreen() ? LineJoiner::new : scrolledOff::fork);
  }

  private void lineLeft(Line line, Departure departure) {
    if (departure == Departure.SCROLLED_OFF) {
      if (epoch != terminal.scrollbackEpoch()) {
        scrolledOff.end();
        epoch = terminal.scrollbackEpoch();
      }
      log.beginEpoch(epoch);
      scrolledOff.add(line);
    } else {
      var alone = new LineJoiner(text -> leave(text, departure));
      alone.add(line);
      alone.end();
    }
  }

  private void leave(String text, Departure departure) {
    LineLog.Entry entry = take(text);
    if (entry == null) {
      entry = log.appear(text, lastFed, DisplayedLine.Place.MAIN);
    }
    switch (departure) {
      case SCROLLED_OFF -> log.scrollOff(entry, lastFed);
      case SCROLLED_AWAY -> log.vanish(entry, lastFed, DisplayedLine.Place.SCROLL_REGION);
      case SCROLLED_ALTERNATE -> log.vanish(entry, lastFed, DisplayedLine.Place.ALTERNATE);
      case CUT_BY_RESIZE -> log.vanish(entry, lastFed, DisplayedLine.Place.WIPED);
    }
  }

  /**
   * The line of this text that was on the screen and has not been taken by another line that left.
   */
  private LineLog.@Nullable Entry take(String text) {
    for (int i = 0; i < shown.size(); i++) {
      ShownLine line = shown.get(i);
      if (line.text.equals(text)) {
        shown.remove(i);
        fingerprint = ~fingerprint;
        return line.entry;
      }
    }
    return takeTyped(text);
  }

  /** The same of the line that was typed on, when it is the next to leave and has grown. */
  private LineLog.@Nullable Entry takeTyped(String text) {
    ShownLine old = typed;
    if (old == null || shown.isEmpty() || shown.getFirst() != old) {
      return null;
    }
    typed = null;
    if (!old.grewTo(text)) {
      return null;
    }
    shown.removeFirst();
    fingerprint = ~fingerprint;
    return old.grown(text, lastFed).entry;
  }
}
