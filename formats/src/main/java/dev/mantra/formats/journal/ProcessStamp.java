package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process, told apart from a later one with the same number by the moment it started.
 *
 * @param started clock ticks since boot on Linux, milliseconds since 1970 elsewhere
 */
record ProcessStamp(long pid, long started) {

  /** The field of /proc/PID/stat that holds the start, counted from behind the name (proc(5)). */
  private static final int START_TIME = 19;

  /** This process: asked for once, as each session of an import says it. */
  static ProcessStamp current() {
    return Current.STAMP;
  }

  private static final class Current {
    static final ProcessStamp STAMP = ask();
  }

  private static ProcessStamp ask() {
    long pid = ProcessHandle.current().pid();
    return new ProcessStamp(pid, startOf(pid).orElse(0L));
  }

  static Optional<ProcessStamp> parse(String text) {
    var parts = text.strip().split(" ", -1);
    try {
      return parts.length == 2
          ? Optional.of(new ProcessStamp(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  boolean isAlive() {
    return startOf(pid).equals(Optional.of(started));
  }

  @Override
  public String toString() {
    return pid + " " + started;
  }

  private static Optional<Long> startOf(long pid) {
    var stat = Path.of("/proc", Long.toString(pid), "stat");
    try {
      var line = Files.readString(stat, StandardCharsets.ISO_8859_1);
      // The name stands in parentheses and may itself hold blanks and parentheses.
      var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      // A zombie has ended, whatever its entry says.
      return fields[0].equals("Z")
          ? Optional.empty()
          : Optional.of(Long.parseLong(fields[START_TIME]));
    } catch (IOException | RuntimeException e) {
      return Files.exists(Path.of("/proc/self/stat"))
          ? Optional.empty()
          : ProcessHandle.of(pid)
              .flatMap(process -> process.info().startInstant())
              .map(start -> start.toEpochMilli());
    }
  }
}
