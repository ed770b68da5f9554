package dev.mantra.cli;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.Signals;

/** The terminal a person browses at, which is as it was on every way out. */
final class BrowseTerminal implements AutoCloseable {

  private static final int SIGHUP = 1;
  private static final int SIGINT = 2;
  private static final int SIGTERM = 15;

  /** The alternate screen, without autowrap: what is wider than we think must not scroll. */
  private static final String ENTER = "\033[?1049h\033[?7l";

  private static final String LEAVE = "\033[?2026l\033[0m\033[?7h\033[?25h\033[?1049l";

  private final SavedModes allModes = SavedModes.read();
  private final Terminal terminal;
  private final Attributes saved;
  private final RowPainter painter = new RowPainter();
  private final BindingReader reader;
  private final KeyMap<BrowseKey> keys = BrowseKey.map();
  private final AtomicInteger endedBy = new AtomicInteger();
  private final AtomicBoolean isToSuspend = new AtomicBoolean();
  private final AtomicBoolean isContinued = new AtomicBoolean();
  private Size size = new Size();

  private BrowseTerminal(Terminal terminal) {
    this.terminal = terminal;
    this.saved = terminal.getAttributes();
    this.reader = new BindingReader(terminal.reader());
  }

  /** Takes the terminal of this process over. */
  static BrowseTerminal open() throws IOException {
    var opened = new BrowseTerminal(SystemTerminal.open());
    opened.takeOver();
    return opened;
  }

  private void takeOver() {
    Signals.register("INT", () -> endedBy.compareAndSet(0, SIGINT));
    Signals.register("TERM", () -> endedBy.compareAndSet(0, SIGTERM));
    Signals.register("HUP", () -> endedBy.compareAndSet(0, SIGHUP));
    Signals.register("TSTP", () -> isToSuspend.set(true));
    Signals.register("CONT", () -> isContinued.set(true));
    enter();
  }

  private void enter() {
    terminal.enterRawMode();
    var raw = terminal.getAttributes();
    raw.setLocalFlags(EnumSet.of(LocalFlag.ISIG), false);
    raw.setInputFlags(EnumSet.of(InputFlag.ICRNL, InputFlag.IXON), false);
    terminal.setAttributes(raw);
    terminal.writer().write(ENTER);
    terminal.writer().flush();
    painter.forget();
  }

  private void leave() {
    terminal.writer().write(LEAVE);
    terminal.writer().flush();
    terminal.setAttributes(saved);
  }

  /** Leaves the terminal to the shell until that continues this process. */
  void suspend() throws IOException {
    leave();
    allModes.restore();
    try {
      JobControl.stop();
    } finally {
      enter();
    }
  }

  /** The signal that wants this to end; 0 for none. */
  int endedBy() {
    return endedBy.get();
  }

  /** What is shown has to fit in here. */
  BrowseScreen screen() {
    var now = terminal.getSize();
    if (!now.equals(size)) {
      size = now;
      painter.forget();
    }
    return new BrowseScreen(Math.max(1, now.getColumns()), Math.max(1, now.getRows()));
  }

  void show(List<AttributedString> lines, int cursor) {
    terminal.writer().write(painter.paint(lines, cursor));
    terminal.writer().flush();
  }

  /**
   * The next key.
   *
   * @return empty when there was none for so long
   */
  Optional<BrowseKey> key(long millis) {
    if (isContinued.getAndSet(false)) {
      enter(); // a shell that was in the foreground meanwhile has set the modes it likes
      return Optional.empty();
    }
    if (isToSuspend.getAndSet(false)) {
      return Optional.of(BrowseKey.SUSPEND);
    }
    int next = reader.peekCharacter(millis);
    if (next == NonBlockingReader.READ_EXPIRED) {
      return Optional.empty();
    }
    var key = next == NonBlockingReader.EOF ? null : reader.readBinding(keys);
    return Optional.of(key == null ? BrowseKey.QUIT : key);
  }

  /** Whether the next key is there already. */
  boolean isTyping() {
    return reader.peekCharacter(1) >= 0;
  }

  /** What was typed with the last key. */
  String typed() {
    return reader.getLastBinding();
  }

  @Override
  public void close() throws IOException {
    leave();
    try {
      terminal.close();
    } finally {
      allModes.restore(); // after JLine, which sets the modes once more
    }
  }
}
