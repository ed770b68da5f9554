package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A window that knows its screen, with a clock of its own: time passes only while one waits for
 * input.
 */
final class FakeWindow implements PlayerScreen {

  private static final long SECOND = 1_000_000_000L;

  /** What happens at the window, by time. */
  private final NavigableMap<Long, List<Runnable>> happenings = new TreeMap<>();

  private final List<HostInput> arrived = new ArrayList<>();
  private final NavigableMap<Long, String> looks = new TreeMap<>();
  private final StringBuilder written = new StringBuilder();
  private Terminal terminal = new Terminal(80, 24);
  private WindowSize size = new WindowSize(80, 24);
  private long now;
  private boolean broken;
  int restored;
  int suspended;
  int draws;

  FakeWindow press(double second, String typed) {
    return at(second, () -> arrived.add(new HostInput.Typed(Bytes.utf8(typed))));
  }

  FakeWindow happen(double second, HostInput input) {
    return at(second, () -> arrived.add(input));
  }

  FakeWindow resize(double second, int columns, int rows) {
    return at(
        second,
        () -> {
          size(columns, rows);
          arrived.add(HostInput.Simple.RESIZED);
        });
  }

  /** Keeps what the window shows at a moment. */
  FakeWindow look(double second) {
    return at(second, () -> looks.put(now, text()));
  }

  /** Has somebody look at the window itself, or write to it, at a moment. */
  FakeWindow watch(double second, Consumer<Terminal> watcher) {
    return at(second, () -> watcher.accept(terminal));
  }

  /** From now on nothing can be written. */
  FakeWindow breakDown(double second) {
    return at(second, () -> broken = true);
  }

  private FakeWindow at(double second, Runnable happening) {
    happenings.computeIfAbsent(Math.round(second * SECOND), _ -> new ArrayList<>()).add(happening);
    return this;
  }

  FakeWindow size(int columns, int rows) {
    size = new WindowSize(columns, rows);
    terminal.resize(columns, rows);
    return this;
  }

  long now() {
    return now;
  }

  double seconds() {
    return (double) now / SECOND;
  }

  /** All that was written, as text. */
  String written() {
    return written.toString();
  }

  Terminal terminal() {
    return terminal;
  }

  /** What the window shows now. */
  String text() {
    return terminal.text();
  }

  /** What was kept at a moment. */
  String looked(double second) {
    return Objects.requireNonNull(looks.get(Math.round(second * SECOND)), "nobody looked then");
  }

  /** A row of what was kept, from 0; negative ones count from the window's end. */
  String row(double second, int row) {
    var rows = looked(second).split("\n", -1);
    return rows[row < 0 ? rows.length + row : row];
  }

  @Override
  public void write(Bytes bytes) throws IOException {
    if (broken) {
      throw new IOException("the terminal is gone");
    }
    draws++;
    written.append(bytes.toUtf8());
    terminal.feed(bytes.toArray());
  }

  @Override
  public HostInput await(long nanos) {
    if (!arrived.isEmpty()) {
      return arrived.removeFirst();
    }
    long until = nanos == Long.MAX_VALUE ? Long.MAX_VALUE : now + nanos;
    while (arrived.isEmpty()) {
      var next = happenings.firstEntry();
      if (next == null || next.getKey() > until) {
        if (until == Long.MAX_VALUE) {
          return HostInput.Simple.CLOSED;
        }
        now = until;
        return HostInput.Simple.NOTHING;
      }
      happenings.pollFirstEntry();
      now = Math.max(now, next.getKey());
      next.getValue().forEach(Runnable::run);
    }
    return arrived.removeFirst();
  }

  @Override
  public WindowSize size() {
    return size;
  }

  @Override
  public void suspend() {
    suspended++;
    // the shell writes something, and the window may be another one
    terminal = new Terminal(size.columns(), size.rows());
    terminal.feed(Bytes.utf8("$ fg\r\n").toArray());
  }

  @Override
  public void restore() {
    restored++;
  }
}
