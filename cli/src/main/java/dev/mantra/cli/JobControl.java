package dev.mantra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Stopping as a shell expects it of a program in its terminal. */
final class JobControl {

  /** The fields of {@code /proc/PID/stat} behind the name: proc_pid_stat(5). */
  private static final int PARENT = 1;

  private static final int SESSION = 3;

  private JobControl() {}

  /**
   * Stops this process and all of its group, as the terminal would do it: a script we are part of
   * must stop, too. Returns when it was continued, or at once where nobody could do that.
   */
  static void stop() throws IOException {
    if (!somebodyCanContinueUs()) {
      return;
    }
    try {
      // Java cannot stop itself; the shell's kill is everywhere
      new ProcessBuilder("/bin/sh", "-c", "kill -STOP 0").inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Our parent is in our session, so it may be a shell; else we would stop for good. */
  private static boolean somebodyCanContinueUs() {
    var own = stat("self");
    return own.flatMap(fields -> stat(fields.get(PARENT)))
        .map(parent -> parent.get(SESSION).equals(own.get().get(SESSION)))
        .orElse(false);
  }

  /** The fields from the state on. */
  private static Optional<List<String>> stat(String process) {
    try {
      var text = Files.readString(Path.of("/proc", process, "stat"));
      var fields = List.of(text.substring(text.lastIndexOf(')') + 2).split(" ", -1));
      return fields.size() > SESSION ? Optional.of(fields) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
