package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.replayer.play.Player;
import dev.mantra.replayer.play.PlayerScreen;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/**
 * The terminal a session is played on: raw while it plays, and as it was on every way out of that.
 */
final class PlayerTerminal implements PlayerScreen, AutoCloseable {

  private static final int SIGHUP = 1;
  private static final int SIGINT = 2;
  private static final int SIGTERM = 15;

  /** So soon a signal is noticed while nothing happens. */
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final int CONTROL_Z = 0x1a;

  /** Opens and closes the help, by which the player draws everything again. */
  private static final Bytes REDRAW = Bytes.utf8("??");

  /** What a program that was recorded may have left on, for the time we are suspended. */
  private static final Bytes PLAIN =
      Bytes.utf8(
          "\033\\\033[?2026l\0337\033[?1049l\033[?1000;1002;1003;1006;1004;2004l"
              + "\033[?1l\033>\033[?7h\033[?25h\033(B\017\033[0m\r\n");

  private final Terminal terminal;
  private final Attributes saved;
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final KeyReader keys = new KeyReader();
  private final AtomicInteger endedBy = new AtomicInteger();
  private final AtomicBoolean suspended = new AtomicBoolean();
  private boolean restored;

  private PlayerTerminal(Terminal terminal) {
    this.terminal = terminal;
    this.saved = terminal.getAttributes();
  }

  /** Takes the terminal of this process over. */
  static PlayerTerminal open() throws IOException {
    var terminal =
        TerminalBuilder.builder()
            .system(true)
            .systemOutput(TerminalBuilder.SystemOutput.SysOut)
            .provider(TerminalBuilder.PROP_PROVIDER_FFM)
            .dumb(true)
            .nativeSignals(false)
            .build();
    return new PlayerTerminal(terminal);
  }

  /** Plays to the end and returns the status to exit with. */
  int play(Player player) throws IOException {
    onSignal("INT", () -> end(player, SIGINT));
    onSignal("TERM", () -> end(player, SIGTERM));
    onSignal("HUP", () -> end(player, SIGHUP));
    onSignal("TSTP", () -> suspended.set(true));
    makeRaw();
    keys.start();
    player.play();
    int signal = endedBy.get();
    return signal == 0 ? ExitCode.OK.status() : 128 + signal;
  }

  @Override
  public void write(Bytes bytes) throws IOException {
    if (suspended.getAndSet(false)) {
      suspend();
      keys.add(REDRAW);
    }
    bytes.writeTo(out);
  }

  @Override
  public Optional<Bytes> readKeys(long nanos) throws IOException {
    long left = nanos;
    while (true) {
      var slice = Math.min(left, LOOK_EVERY_NANOS);
      var typed = keys.take(slice);
      if (typed.isEmpty() || endedBy.get() != 0) {
        return Optional.empty();
      }
      if (suspended.getAndSet(false) || contains(typed.get(), CONTROL_Z)) {
        suspend();
        return Optional.of(REDRAW);
      }
      left -= slice;
      if (!typed.get().isEmpty() || left <= 0) {
        return typed;
      }
    }
  }

  @Override
  public WindowSize size() {
    int columns = terminal.getWidth();
    int rows = terminal.getHeight();
    return columns > 0 && rows > 0 ? new WindowSize(columns, rows) : WindowSize.STANDARD;
  }

  @Override
  public void restore() {
    if (!restored) {
      restored = true;
      keys.stop();
      terminal.setAttributes(saved);
    }
  }

  @Override
  public void close() throws IOException {
    restore();
    terminal.close();
  }

  private void end(Player player, int signal) {
    endedBy.compareAndSet(0, signal);
    player.stop();
  }

  private static void onSignal(String name, Runnable action) {
    Signals.register(name, action);
  }

  /** What cfmakeraw(3) does, but reads come back after a tenth of a second also without a key. */
  private void makeRaw() {
    var raw = new Attributes(saved);
    raw.setInputFlags(
        EnumSet.of(
            InputFlag.IGNBRK,
            InputFlag.BRKINT,
            InputFlag.PARMRK,
            InputFlag.ISTRIP,
            InputFlag.INLCR,
            InputFlag.IGNCR,
            InputFlag.ICRNL,
            InputFlag.IXON),
        false);
    raw.setOutputFlag(OutputFlag.OPOST, false);
    raw.setLocalFlags(
        EnumSet.of(
            LocalFlag.ECHO, LocalFlag.ECHONL, LocalFlag.ICANON, LocalFlag.ISIG, LocalFlag.IEXTEN),
        false);
    raw.setControlChar(ControlChar.VMIN, 0);
    raw.setControlChar(ControlChar.VTIME, 1);
    terminal.setAttributes(raw);
  }

  /** Stops this process as a shell expects it of a program, until it is continued. */
  private void suspend() throws IOException {
    PLAIN.writeTo(out);
    terminal.setAttributes(saved);
    var self = Long.toString(ProcessHandle.current().pid());
    try {
      // Java cannot stop itself; the shell's kill is everywhere.
      new ProcessBuilder("/bin/sh", "-c", "kill -STOP \"$0\"", self).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      makeRaw();
    }
  }

  private static boolean contains(Bytes bytes, int key) {
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.at(i) == key) {
        return true;
      }
    }
    return false;
  }
}
