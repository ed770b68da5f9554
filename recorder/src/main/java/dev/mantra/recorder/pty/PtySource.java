package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.recorder.Recording;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program on a terminal of its own, and all that passes between it and the user's terminal.
 *
 * <pre>
 *   keyboard ──► InputRelay ──► Pty ◄──► program
 *   screen   ◄── OutputRelay ◄──┘
 *                    └──► Recording
 * </pre>
 */
public final class PtySource {

  private final HostTerminal host;
  private final WindowSize size;
  private final Request request;
  private @Nullable Pty pty;

  /**
   * What to run.
   *
   * @param size of the window; the user's own when absent
   */
  public record Request(
      List<Bytes> command,
      String sessionId,
      Optional<WindowSize> size,
      Display display,
      InputCapture input) {}

  /** How it ended: a shell's status, absent when the program is still running without us. */
  public record Outcome(EndReason reason, Optional<Integer> status) {}

  private PtySource(HostTerminal host, WindowSize size, Request request) {
    this.host = host;
    this.size = size;
    this.request = request;
  }

  /**
   * Looks at the user's terminal; nothing is changed yet.
   *
   * @throws IOException on a system whose terminals are not known here
   */
  public static PtySource open(Request request) throws IOException {
    var system = System.getProperty("os.name");
    if (!system.equals("Linux")) {
      throw new IOException("recording a terminal needs Linux, and this is " + system);
    }
    var host = new HostTerminal();
    var size =
        request
            .size()
            .or(() -> request.display() == Display.HOST ? host.size() : Optional.empty())
            .filter(WindowSize::isKnown)
            .orElse(WindowSize.STANDARD);
    return new PtySource(host, size, request);
  }

  /** The window's size at the start. */
  public WindowSize size() {
    return size;
  }

  /** Starts the program: from now on the user's terminal is its. */
  public void start() throws IOException, CommandNotRunnableException {
    var environment = ChildEnvironment.given().inSession(request.sessionId());
    boolean shown = request.display() == Display.HOST;
    if (shown) {
      host.makeRaw();
    }
    try {
      pty =
          Pty.start(request.command(), environment, shown ? host.modes() : Optional.empty(), size);
    } finally {
      if (pty == null) {
        host.restore();
      }
    }
  }

  /**
   * Relays until the program has ended and everything it wrote has been seen. A recording that was
   * not started yet is started when everything else is under way.
   *
   * @param keys asked for when the first key arrives
   */
  public Outcome relay(Recording recording, Supplier<Keys> keys) {
    try {
      return new Relay(host, started(), request, recording).run(size, keys);
    } finally {
      host.restore();
    }
  }

  /** Tells the running program to end, as kill(1) would. */
  public void terminate() {
    started().signal(Signal.TERM.number());
  }

  private Pty started() {
    return Objects.requireNonNull(pty, "the program has not been started");
  }
}
