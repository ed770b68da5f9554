package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.recorder.Recording;
import java.io.IOException;
import java.util.List;
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
  private @Nullable Relay relay;
  private boolean terminating;

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

  /** Looks at the user's terminal; nothing is changed yet. */
  public static PtySource open(Request request) {
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

  /** Tells the running program to end, as kill(1) would. */
  public synchronized void terminate() {
    terminating = true;
    if (relay != null) {
      relay.terminate();
    }
  }

  private synchronized Relay relay(Relay started) {
    relay = started;
    if (terminating) {
      started.terminate();
    }
    return started;
  }

  /**
   * Starts the program and relays until it has ended and everything it wrote has been seen.
   *
   * @param keys asked for when the first key arrives
   */
  public Outcome run(Recording recording, Supplier<Keys> keys)
      throws IOException, CommandNotRunnableException {
    var running = start();
    try {
      return relay(new Relay(host, running, request, recording)).run(size, keys);
    } finally {
      host.restore();
    }
  }

  private Pty start() throws IOException, CommandNotRunnableException {
    var environment = ChildEnvironment.of(NativeStrings.environment(), request.sessionId());
    boolean shown = request.display() == Display.HOST;
    if (shown) {
      host.makeRaw();
    }
    try {
      return Pty.start(
          request.command(), environment, shown ? host.modes() : Optional.empty(), size);
    } catch (IOException | CommandNotRunnableException | RuntimeException e) {
      host.restore();
      throw e;
    }
  }
}
