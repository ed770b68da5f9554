package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts a program with posix_spawn(3) as the leader of a session of its own on a terminal.
 *
 * <p>A leader without a terminal that opens one gets it as its controlling terminal (tty(4)); so
 * opening the terminal as standard input is all there is to do. Descriptors that were inherited and
 * are not ours go on to the program.
 */
final class Spawn {

  /** Larger than the C library's opaque structures, which are 80 and 336 bytes with glibc. */
  private static final int OPAQUE = 1024;

  private static final int SIGNAL_SET = 128;
  private static final short POSIX_SPAWN_SETSIGMASK = 0x08;
  private static final short POSIX_SPAWN_SETSCHEDULER = 0x20;
  private static final short POSIX_SPAWN_SETSID = 0x80;
  private static final int SCHED_OTHER = 0;
  private static final int SIG_SETMASK = 2;
  private static final int O_RDWR = 2;

  private static final long POSIX_SPAWN = Libc.find("posix_spawn");
  private static final long ACTIONS_INIT = Libc.find("posix_spawn_file_actions_init");
  private static final long ACTIONS_OPEN = Libc.find("posix_spawn_file_actions_addopen");
  private static final long ACTIONS_DUP2 = Libc.find("posix_spawn_file_actions_adddup2");
  private static final long ATTRIBUTES_INIT = Libc.find("posix_spawnattr_init");
  private static final long ATTRIBUTES_FLAGS = Libc.find("posix_spawnattr_setflags");
  private static final long ATTRIBUTES_POLICY = Libc.find("posix_spawnattr_setschedpolicy");
  private static final long ATTRIBUTES_MASK = Libc.find("posix_spawnattr_setsigmask");

  private final Libc libc;
  private final NativeMemory actions = NativeMemory.of(OPAQUE);
  private final NativeMemory attributes = NativeMemory.of(OPAQUE);

  Spawn(Libc libc) {
    this.libc = libc;
  }

  /** Under which scheduler the program runs: ours, or that of ordinary programs. */
  enum Scheduler {
    OURS,
    ORDINARY
  }

  /** The new process's number, or the error's number, negated. */
  int start(
      Bytes file,
      List<Bytes> arguments,
      List<Bytes> environment,
      long terminalName,
      Scheduler scheduler) {
    OwnDescriptors.hide(libc);
    libc.call(ACTIONS_INIT, actions.address());
    libc.call(ACTIONS_OPEN, actions.address(), 0, terminalName, O_RDWR, 0, 0);
    libc.call(ACTIONS_DUP2, actions.address(), 0, 1);
    libc.call(ACTIONS_DUP2, actions.address(), 0, 2);
    libc.call(ATTRIBUTES_INIT, attributes.address());
    int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID;
    if (scheduler == Scheduler.ORDINARY) {
      libc.call(ATTRIBUTES_POLICY, attributes.address(), SCHED_OTHER);
      flags |= POSIX_SPAWN_SETSCHEDULER;
    }
    libc.call(ATTRIBUTES_FLAGS, attributes.address(), flags);
    libc.call(ATTRIBUTES_MASK, attributes.address(), inheritedSignalMask().address());
    var pid = NativeMemory.of(Integer.BYTES);
    int error =
        (int)
            libc.call(
                POSIX_SPAWN,
                pid.address(),
                NativeStrings.string(file).address(),
                actions.address(),
                attributes.address(),
                NativeStrings.array(arguments).address(),
                NativeStrings.array(environment).address());
    return error == 0 ? pid.bytes().getInt(0) : -error;
  }

  /** Gives this thread the mask the process inherited, for it to be handed on. */
  static void unblockSignals(Libc libc) {
    libc.call(Libc.find("pthread_sigmask"), SIG_SETMASK, inheritedSignalMask().address());
  }

  /**
   * The signals that were blocked when we were started. The JVM changes the mask of its own
   * threads; the process's first thread, which only waits, still has the one it inherited.
   */
  private static NativeMemory inheritedSignalMask() {
    var mask = NativeMemory.of(SIGNAL_SET);
    mask.bytes().putLong(0, blockedSignals());
    return mask;
  }

  private static long blockedSignals() {
    try {
      var status = Files.readString(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1);
      int at = status.indexOf("\nSigBlk:");
      if (at < 0) {
        return 0;
      }
      int from = at + "\nSigBlk:".length();
      return Long.parseUnsignedLong(status.substring(from, status.indexOf('\n', from)).strip(), 16);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
