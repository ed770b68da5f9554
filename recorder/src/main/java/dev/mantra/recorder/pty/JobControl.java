package dev.mantra.recorder.pty;

import dev.mantra.formats.event.WindowSize;
import dev.mantra.recorder.Recording;

/**
 * Signals, and stopping and going on: what a shell expects of a program in its terminal.
 *
 * <p>Keys like Ctrl-C arrive as bytes and are no signals here; these are signals from elsewhere.
 */
final class JobControl {

  private static final long KILL = Libc.find("kill");
  private static final long GETSID = Libc.find("getsid");
  private static final long GETPPID = Libc.find("getppid");

  private final HostTerminal host;
  private final Pty pty;
  private final Recording recording;
  private final Libc libc = new Libc();
  private WindowSize size;
  private volatile boolean programStopped;

  JobControl(HostTerminal host, Pty pty, Recording recording, WindowSize size) {
    this.host = host;
    this.pty = pty;
    this.recording = recording;
    this.size = size;
  }

  /** The window may have changed its size. */
  synchronized void followSize() {
    host.size()
        .filter(now -> now.isKnown() && !now.equals(size))
        .ifPresent(
            now -> {
              size = now;
              pty.resize(now);
              recording.resize(now);
            });
  }

  /**
   * Somebody stopped us: gives the terminal back and stops. That may happen a moment after this
   * returns; {@link #resume} is where it goes on.
   */
  void suspend() {
    host.restore();
    // To the whole group, as the terminal would do it: a script we are part of must stop, too.
    libc.callInt(KILL, 0, Signal.STOP.number(), 0);
  }

  /** We go on, perhaps in another window, and so does the program if it had stopped first. */
  void resume() {
    host.makeRaw();
    followSize();
    if (programStopped) {
      programStopped = false;
      pty.signalForeground(Signal.CONT.number());
    }
  }

  /** The program stopped itself: without us its shell would have the terminal back now. */
  void followStop() {
    if (somebodyCanContinueUs()) {
      programStopped = true;
      suspend();
    } else {
      pty.signalForeground(Signal.CONT.number());
    }
  }

  /** A job-control shell is our parent and in our session; else we would stop for good. */
  private boolean somebodyCanContinueUs() {
    int parent = libc.callInt(GETPPID, 0, 0, 0);
    int session = libc.callInt(GETSID, 0, 0, 0);
    return host.inputIsTerminal() && libc.callInt(GETSID, parent, 0, 0) == session;
  }
}
