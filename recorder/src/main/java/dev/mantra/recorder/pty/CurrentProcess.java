package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** This process as the operating system sees it: byte for byte, and at once. */
public final class CurrentProcess {

  private static final int PATH_MAX = 4096;

  private CurrentProcess() {}

  /**
   * The words this process was started with, before the JVM decoded them; empty where the system
   * does not tell.
   */
  public static List<Bytes> commandLine() {
    try {
      return ChildEnvironment.split(Files.readAllBytes(Path.of("/proc/self/cmdline")));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The working folder's path. */
  public static Bytes folder() {
    var buffer = Arena.global().allocate(PATH_MAX);
    long path = new Libc().call(Libc.find("getcwd"), buffer.address(), PATH_MAX);
    return path == 0 ? Bytes.EMPTY : NativeStrings.read(path);
  }

  /**
   * Becomes another program, which keeps this process's number and all it inherited. Comes back
   * only with an exception.
   */
  public static void become(List<Bytes> command) throws CommandNotRunnableException {
    var libc = new Libc();
    var environment = ChildEnvironment.given();
    var file = new CommandPath(libc).resolve(command.getFirst(), environment.value("PATH"));
    OwnDescriptors.hide(libc);
    Spawn.unblockSignals(libc);
    long execve = Libc.find("execve");
    var variables = NativeStrings.array(environment.entries());
    libc.call(
        execve,
        NativeStrings.string(file).address(),
        NativeStrings.array(command).address(),
        variables.address());
    int problem = libc.errno();
    if (problem == Errno.ENOEXEC) {
      libc.call(
          execve,
          NativeStrings.string(Pty.SHELL).address(),
          NativeStrings.array(Pty.asScript(file, command)).address(),
          variables.address());
    }
    throw Pty.refusal(libc, file, problem);
  }

  /**
   * Ends this process with _exit(2). The JVM's own exit waits up to 300 ms for threads that sit in
   * a system call, as the one that reads the keyboard always does.
   */
  public static void exit(int status) {
    new Libc().call(Libc.find("_exit"), status);
  }
}
