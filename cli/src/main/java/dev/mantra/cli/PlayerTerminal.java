package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.replayer.play.HostInput;
import dev.mantra.replayer.play.Player;
import dev.mantra.replayer.play.PlayerScreen;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;

/**
 * The terminal a session is played on: raw while it plays, and as it was on every way out of that.
 */
final class PlayerTerminal implements PlayerScreen, AutoCloseable {

  private static final int SIGHUP = 1;
  private static final int SIGINT = 2;
  private static final int SIGTERM = 15;

  private final Terminal terminal;
  private final Attributes saved;
  private final SavedModes allModes = SavedModes.read();
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final KeyReader keys = new KeyReader();
  private final AtomicInteger endedBy = new AtomicInteger();
  private boolean restored;

  private PlayerTerminal(Terminal terminal) {
    this.terminal = terminal;
    this.saved = terminal.getAttributes();
  }

  /** Takes the terminal of this process over. */
  static PlayerTerminal open() throws IOException {
    return new PlayerTerminal(SystemTerminal.open());
  }

  /** Plays to the end and returns the status to exit with. */
  int play(Player player) throws IOException {
    Signals.register("INT", () -> end(player, SIGINT));
    Signals.register("TERM", () -> end(player, SIGTERM));
    Signals.register("HUP", () -> end(player, SIGHUP));
    Signals.register("TSTP", () -> keys.add(HostInput.Simple.SUSPEND));
    Signals.register("CONT", () -> keys.add(HostInput.Simple.CONTINUED));
    Signals.register("WINCH", () -> keys.add(HostInput.Simple.RESIZED));
    makeRaw();
    keys.start();
    try {
      player.play();
    } catch (IOException e) {
      // a terminal that has gone away cannot be written to; the signal says why
      if (endedBy.get() == 0) {
        throw e;
      }
    }
    int signal = endedBy.get();
    return signal == 0 ? ExitCode.OK.status() : 128 + signal;
  }

  @Override
  public void write(Bytes bytes) throws IOException {
    bytes.writeTo(out);
  }

  @Override
  public HostInput await(long nanos) {
    if (endedBy.get() != 0) {
      return HostInput.Simple.CLOSED;
    }
    var input = keys.take(nanos);
    if (input == HostInput.Simple.CONTINUED) {
      // a shell that was in the foreground meanwhile has set the modes it likes
      makeRaw();
    }
    return input;
  }

  @Override
  public WindowSize size() {
    int columns = terminal.getWidth();
    int rows = terminal.getHeight();
    return columns > 0 && rows > 0 ? new WindowSize(columns, rows) : WindowSize.STANDARD;
  }

  @Override
  public void suspend() throws IOException {
    terminal.setAttributes(saved);
    allModes.restore();
    try {
      JobControl.stop();
    } finally {
      makeRaw();
    }
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
    try {
      terminal.close();
    } finally {
      allModes.restore(); // after JLine, which sets the modes once more
    }
  }

  private void end(Player player, int signal) {
    endedBy.compareAndSet(0, signal);
    player.stop();
    keys.add(HostInput.Simple.CLOSED);
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
}
