package dev.mantra.recorder.agents;

import dev.mantra.formats.workspace.PathBytes;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of this machine, as proc(5) shows them.
 *
 * <p>A process may end at any moment, and those of other people show little: what cannot be read is
 * taken for not being there.
 */
final class ProcessTable {

  /** More of a command line or of an environment than any agent has. */
  private static final int LONGEST = 256 * 1024;

  /** Of /proc/PID/stat behind the name: the parent, and when the process started. */
  private static final int PARENT = 1;

  private static final int STARTED = 19;

  /** USER_HZ, which is 100 wherever Linux runs Java. */
  private static final int TICKS_PER_SECOND = 100;

  private final File root;

  /**
   * What tells a process from a later one with the same number.
   *
   * @param started ticks since the system was started
   */
  record Stamp(long pid, long parent, long started) {}

  /**
   * @param root {@code /proc}
   */
  ProcessTable(Path root) {
    this.root = root.toFile();
  }

  /** The numbers of all processes. */
  long[] numbers() {
    var names = root.list();
    return names == null
        ? new long[0]
        : Arrays.stream(names)
            .filter(name -> Character.digit(name.charAt(0), 10) >= 0)
            .mapToLong(Long::parseLong)
            .toArray();
  }

  Optional<Stamp> stamp(long pid) {
    var line = new String(read(pid, "stat"), StandardCharsets.ISO_8859_1);
    // The name stands in parentheses and may itself hold blanks and parentheses.
    int behindName = line.lastIndexOf(')') + 2;
    var fields = behindName < 2 ? new String[0] : line.substring(behindName).split(" ", -1);
    return fields.length > STARTED
        ? Optional.of(
            new Stamp(pid, Long.parseLong(fields[PARENT]), Long.parseLong(fields[STARTED])))
        : Optional.empty();
  }

  /** How long ago a process was started. */
  Duration age(Stamp process) {
    var uptime = new String(read(new File(root, "uptime")), StandardCharsets.US_ASCII);
    int end = uptime.indexOf(' ');
    double seconds = end < 0 ? 0 : Double.parseDouble(uptime.substring(0, end));
    long millis = Math.round(seconds * 1000) - process.started() * 1000 / TICKS_PER_SECOND;
    return Duration.ofMillis(Math.max(0, millis));
  }

  /** The words that a process was started with, or has put in their place. */
  List<String> words(long pid) {
    var words = new ArrayList<>(split(read(pid, "cmdline")));
    // A process that has given itself a shorter title leaves zeros behind it.
    while (!words.isEmpty() && words.getLast().isBlank()) {
      words.removeLast();
    }
    return words;
  }

  Map<String, String> environment(long pid) {
    var environment = new HashMap<String, String>();
    for (var entry : split(read(pid, "environ"))) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        environment.putIfAbsent(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return environment;
  }

  /** The path of a process's working folder. */
  Optional<String> folder(long pid) {
    return target(new File(root, pid + "/cwd").toPath());
  }

  /** The paths of the files and folders that a process has open. */
  List<String> openFiles(long pid) {
    var files = new ArrayList<String>();
    try (var descriptors = Files.newDirectoryStream(new File(root, pid + "/fd").toPath())) {
      for (var descriptor : descriptors) {
        target(descriptor).ifPresent(files::add);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return files;
  }

  /**
   * Where a link leads. The agents take paths for UTF-8, whatever the locale of this process says.
   */
  private static Optional<String> target(Path link) {
    try {
      var target = Files.readSymbolicLink(link);
      // what is not absolute is a pipe or a socket
      return target.isAbsolute() ? Optional.of(PathBytes.of(target).toUtf8()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private byte[] read(long pid, String name) {
    return read(new File(root, pid + "/" + name));
  }

  private static byte[] read(File file) {
    try (var in = new FileInputStream(file)) {
      return in.readNBytes(LONGEST);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static List<String> split(byte[] block) {
    return block.length == 0
        ? List.of()
        : Arrays.asList(new String(block, StandardCharsets.UTF_8).split("\0", -1));
  }
}
