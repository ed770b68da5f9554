package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;

/**
 * Keeps descriptors that are ours from the programs we start; those we were given they shall have.
 */
final class OwnDescriptors {

  private static final long FCNTL = Libc.find("fcntl");
  private static final long READLINK = Libc.find("readlink");
  private static final int F_SETFD = 2;
  private static final int FD_CLOEXEC = 1;

  /** The JVM opens its files first of all, so theirs are low numbers. */
  private static final int HIGHEST_LOOKED_AT = 32;

  private static final int PATH_MAX = 4096;

  private OwnDescriptors() {}

  static void closeOnExec(Libc libc, int fd) {
    libc.call(FCNTL, fd, F_SETFD, FD_CLOEXEC);
  }

  /**
   * The JVM marks what it opens to be closed, save for the file with its modules: one descriptor.
   */
  static void hide(Libc libc) {
    var runtime = System.getProperty("java.home");
    var target = NativeMemory.of(PATH_MAX);
    for (int fd = HostTerminal.STDERR + 1; fd < HIGHEST_LOOKED_AT; fd++) {
      var link = NativeStrings.string(Bytes.utf8("/proc/self/fd/" + fd));
      int length = (int) libc.call(READLINK, link.address(), target.address(), PATH_MAX);
      if (length > 0 && Bytes.wrap(target.copy(length)).toUtf8().startsWith(runtime)) {
        closeOnExec(libc, fd);
        return;
      }
    }
  }
}
