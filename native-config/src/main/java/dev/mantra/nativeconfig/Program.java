package dev.mantra.nativeconfig;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program that was just put together, to be run. */
record Program(Path home) {

  Path java() {
    return home.resolve("runtime/bin/mantra");
  }

  Path launcher() {
    return home.resolve("bin/mantra");
  }

  /** Runs a command to its end and gives what it printed; a failure is an exception. */
  byte[] output(List<String> command, Path scratch) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    settle(builder.environment(), scratch);
    var process = builder.start();
    process.getOutputStream().close();
    var output = process.getInputStream().readAllBytes();
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " ended with status " + status);
    }
    return output;
  }

  /** Runs a command on a terminal, types {@code keys} once it has printed something, and waits. */
  void onTerminal(List<String> command, String keys, Path scratch)
      throws IOException, InterruptedException {
    var environment = new HashMap<>(System.getenv());
    settle(environment, scratch);
    environment.put("MANTRA_ENVIRON", asTheLauncherHandsItOver(environment));
    PtyProcess process =
        new PtyProcessBuilder(command.toArray(String[]::new))
            .setEnvironment(environment)
            .setDirectory(scratch.toString())
            .setInitialColumns(80)
            .setInitialRows(24)
            .start();
    var in = process.getInputStream();
    var buffer = new byte[8192];
    boolean typed = false;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (!typed && count > 0) {
        typed = true;
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
      }
    }
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " ended with status " + status);
    }
  }

  private static String asTheLauncherHandsItOver(Map<String, String> environment) {
    var block = new StringBuilder();
    environment.forEach((name, value) -> block.append(name).append('=').append(value).append('\0'));
    return Base64.getEncoder().encodeToString(block.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** As most users have it: all folders where they are when nothing is said about them. */
  private static void settle(Map<String, String> environment, Path scratch) throws IOException {
    Files.createDirectories(scratch);
    environment.keySet().removeIf(name -> name.startsWith("MANTRA_") || name.startsWith("XDG_"));
    environment.put("HOME", scratch.resolveSibling("home").toString());
    environment.put("TERM", "xterm-256color");
  }
}
