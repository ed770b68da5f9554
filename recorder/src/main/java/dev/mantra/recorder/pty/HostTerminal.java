package dev.mantra.recorder.pty;

import dev.mantra.formats.event.WindowSize;
import java.util.Optional;

/** The user's terminal: what standard input and output are connected to. */
final class HostTerminal {

  static final int STDIN = 0;
  static final int STDOUT = 1;
  static final int STDERR = 2;

  private static final long TCGETPGRP = Libc.find("tcgetpgrp");
  private static final long GETPGRP = Libc.find("getpgrp");

  private final Termios saved = new Termios();
  private final Winsize winsize = new Winsize();
  private final Libc libc = new Libc();
  private final boolean inputIsTerminal;
  private boolean raw;

  HostTerminal() {
    inputIsTerminal = saved.load(libc, STDIN);
  }

  boolean inputIsTerminal() {
    return inputIsTerminal;
  }

  /** The modes it had when we came; only where input is a terminal. */
  Optional<Termios> modes() {
    return inputIsTerminal ? Optional.of(saved) : Optional.empty();
  }

  /** Its window's size, from whichever of the three standard descriptors is a terminal. */
  synchronized Optional<WindowSize> size() {
    for (int fd : new int[] {STDIN, STDOUT, STDERR}) {
      var size = winsize.load(libc, fd);
      if (size.isPresent()) {
        return size;
      }
    }
    return Optional.empty();
  }

  /** Every key goes through from now on; nothing when we are in the background. */
  synchronized void makeRaw() {
    if (inputIsTerminal && isForeground()) {
      raw = saved.raw(libc).apply(libc, STDIN);
    }
  }

  /** Puts back the modes it had. */
  synchronized void restore() {
    if (raw) {
      raw = false;
      saved.apply(libc, STDIN);
    }
  }

  private boolean isForeground() {
    return libc.callInt(TCGETPGRP, STDIN, 0, 0) == libc.callInt(GETPGRP, 0, 0, 0);
  }
}
