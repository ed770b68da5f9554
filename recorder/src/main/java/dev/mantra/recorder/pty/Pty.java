package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pseudo-terminal and the program that runs on it. */
final class Pty {

  static final Bytes SHELL = Bytes.utf8("/bin/sh");

  private static final long OPENPTY = Libc.find("openpty");
  private static final long CLOSE = Libc.find("close");
  private static final long KILL = Libc.find("kill");
  private static final long TCGETPGRP = Libc.find("tcgetpgrp");

  private static final int NAME_SIZE = 256;

  private final Winsize winsize = new Winsize();
  private final Libc libc = new Libc();
  private final int master;
  private final int pid;

  private Pty(int master, int pid) {
    this.master = master;
    this.pid = pid;
  }

  /**
   * Opens a terminal with the given modes and size and starts a command on it.
   *
   * @param modes the C library's standard ones when absent
   */
  static Pty start(
      List<Bytes> command, ChildEnvironment environment, Optional<Termios> modes, WindowSize size)
      throws IOException, CommandNotRunnableException {
    var libc = new Libc();
    var file = new CommandPath(libc).resolve(command.getFirst(), environment.value("PATH"));
    var started = tryStart(libc, file, command, environment, modes, size);
    if (started.pid == -Errno.ENOEXEC) {
      started = tryStart(libc, SHELL, asScript(file, command), environment, modes, size);
    }
    if (started.pid < 0) {
      throw refusal(libc, file, -started.pid);
    }
    return started;
  }

  /** A script without "#!" is run by the shell, as execvp(3) does it. */
  static List<Bytes> asScript(Bytes file, List<Bytes> command) {
    var words = new ArrayList<>(List.of(SHELL, file));
    words.addAll(command.subList(1, command.size()));
    return words;
  }

  private static Pty tryStart(
      Libc libc,
      Bytes file,
      List<Bytes> words,
      ChildEnvironment environment,
      Optional<Termios> modes,
      WindowSize size)
      throws IOException {
    var descriptors = NativeMemory.of(2L * Integer.BYTES);
    var name = NativeMemory.of(NAME_SIZE);
    var window = new Winsize();
    window.set(size);
    int error =
        (int)
            libc.call(
                OPENPTY,
                descriptors.address(),
                descriptors.address() + Integer.BYTES,
                name.address(),
                modes.map(Termios::address).orElse(0L),
                window.address(),
                0);
    if (error != 0) {
      throw new IOException("cannot open a terminal: " + libc.describe(libc.errno()));
    }
    int master = descriptors.bytes().getInt(0);
    int slave = descriptors.bytes().getInt(Integer.BYTES);
    OwnDescriptors.closeOnExec(libc, master);
    OwnDescriptors.closeOnExec(libc, slave);
    if (modes.isEmpty()) {
      hideInput(libc, slave);
    }
    int pid =
        new Spawn(libc)
            .start(file, words, environment.entries(), name.address(), Spawn.Scheduler.OURS);
    libc.call(CLOSE, slave);
    if (pid < 0) {
      libc.call(CLOSE, master);
    }
    return new Pty(master, pid);
  }

  /** What comes from a pipe is not typed, so it is not shown either. */
  private static void hideInput(Libc libc, int slave) {
    var modes = new Termios();
    if (modes.load(libc, slave)) {
      modes.clearEcho();
      modes.apply(libc, slave);
    }
  }

  /** The file is there and may be run, and yet it cannot: most often its interpreter is missing. */
  static CommandNotRunnableException refusal(Libc libc, Bytes file, int errno) {
    var reason = libc.describe(errno);
    return CommandNotRunnableException.notExecutable(
        file.toUtf8(), errno == Errno.ENOENT ? "bad interpreter: " + reason : reason);
  }

  int master() {
    return master;
  }

  int pid() {
    return pid;
  }

  synchronized void resize(WindowSize size) {
    winsize.apply(libc, master, size);
  }

  /** Sends a signal to the program itself. */
  synchronized void signal(int number) {
    libc.callInt(KILL, pid, number, 0);
  }

  /** Sends a signal to the program and to whatever it has put into the foreground. */
  synchronized void signalForeground(int number) {
    int group = libc.callInt(TCGETPGRP, master, 0, 0);
    if (group > 0 && group != pid) {
      libc.callInt(KILL, -group, number, 0);
    }
    libc.callInt(KILL, -pid, number, 0);
  }
}
