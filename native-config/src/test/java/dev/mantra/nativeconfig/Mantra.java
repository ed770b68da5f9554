package dev.mantra.nativeconfig;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built program with a home of its own. */
record Mantra(Path program, Path home) {

  /** How a command ended and what it printed. */
  record Result(int status, Bytes bytes, String err) {
    String out() {
      return bytes.toUtf8();
    }
  }

  static Mantra in(Path home) {
    return new Mantra(Path.of(System.getProperty("mantra.program")), home);
  }

  Map<String, String> environment() {
    var environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.startsWith("MANTRA_"));
    environment.put("MANTRA_HOME", home.toString());
    // Tests look at what a session leaves behind, and then delete it.
    environment.put("MANTRA_REC_INDEX", "false");
    environment.put("TERM", "xterm-256color");
    environment.put("LC_ALL", "C.UTF-8");
    return environment;
  }

  List<String> command(String... arguments) {
    var words = new ArrayList<String>();
    words.add(program.toString());
    words.addAll(List.of(arguments));
    return words;
  }

  /** Runs a command without a terminal, with nothing to read. */
  Result run(String... arguments) throws IOException, InterruptedException {
    return runWith(Path.of("/dev/null"), arguments);
  }

  Result runWith(Path input, String... arguments) throws IOException, InterruptedException {
    var err = Files.createTempFile(home, "err", ".txt");
    var builder =
        new ProcessBuilder(command(arguments))
            .redirectInput(input.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    var process = builder.start();
    var out = process.getInputStream().readAllBytes();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(List.of(arguments) + " did not end within a minute");
    }
    return new Result(process.exitValue(), Bytes.wrap(out), Files.readString(err));
  }

  /** Everything the last session's program wrote, as {@code export -f raw} gives it. */
  byte[] lastOutput() throws IOException, InterruptedException {
    // Random bytes may look like a secret.
    var result = run("export", "last", "-f", "raw", "-o", "-", "--reveal", "--force");
    if (result.status() != 0) {
      throw new AssertionError("export failed: " + result.err());
    }
    return result.bytes().toArray();
  }

  Path sessions() {
    return home.resolve("data/sessions");
  }
}
