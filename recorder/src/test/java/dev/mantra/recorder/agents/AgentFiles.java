package dev.mantra.recorder.agents;

import dev.mantra.formats.transcript.Agent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/** An agent's home with files of the shapes that agents write, and processes that are not there. */
final class AgentFiles {

  static final Instant STARTED = Instant.parse("2026-11-21T04:00:00Z");
  static final String FOLDER = "/home/ada/harbor_log.v2";

  /** No process has this number: Linux's own limit is lower. */
  private static final long NOBODY = 1L << 40;

  private final Path home;

  AgentFiles(Path home) {
    this.home = home;
  }

  Path home() {
    return home;
  }

  /** A process that started at {@link #STARTED} and whose only trace is in files. */
  AgentProcess process(Agent agent, String... words) {
    return new AgentProcess(
        agent, new ProcessTable.Stamp(NOBODY, 1, 4711), STARTED, List.of(words), home, FOLDER);
  }

  /** Makes a file, written so many seconds after {@link #STARTED}. */
  Path write(String name, long secondsAfterStart, String... lines) {
    var file = home.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          lines.length == 0 ? "" : String.join("\n", lines) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      Files.setLastModifiedTime(file, FileTime.from(STARTED.plusSeconds(secondsAfterStart)));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
