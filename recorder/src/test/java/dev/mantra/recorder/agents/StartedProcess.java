package dev.mantra.recorder.agents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that waits to be ended, and that calls itself what a test wants. */
final class StartedProcess implements AutoCloseable {

  private final Process process;

  private StartedProcess(Process process) {
    this.process = process;
  }

  /** Starts {@code sleep} under other words, in a folder, with nothing but an environment. */
  static StartedProcess called(List<String> words, Path folder, Map<String, String> environment) {
    var script = new ArrayList<>(List.of("bash", "-c"));
    // What follows the name are the words of the process as ps(1) shows them; sleep gets its own.
    script.add("exec -a \"$0\" bash -c 'read -r' \"$@\"");
    script.addAll(words);
    return shell(script, folder, environment);
  }

  /** Starts a shell that does what a line says. */
  static StartedProcess doing(String line, Path folder, Map<String, String> environment) {
    return shell(List.of("bash", "-c", line), folder, environment);
  }

  long pid() {
    return process.pid();
  }

  /** Types a line for a shell that reads one. */
  void type(String line) throws IOException {
    process
        .getOutputStream()
        .write((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Ends it and all that it has started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static StartedProcess shell(
      List<String> command, Path folder, Map<String, String> environment) {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
    builder.environment().putAll(environment);
    try {
      return new StartedProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
