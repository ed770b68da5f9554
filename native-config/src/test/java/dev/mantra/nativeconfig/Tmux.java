package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A terminal that knows its screen: tmux, with one pane. */
final class Tmux implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);

  private final Path socket;
  private final Map<String, String> environment;

  private Tmux(Path socket, Map<String, String> environment) {
    this.socket = socket;
    this.environment = environment;
  }

  /** Starts a shell in a window of 100 by 30. */
  static Tmux start(Mantra mantra) throws IOException, InterruptedException {
    require("tmux");
    var tmux = new Tmux(mantra.home().resolve("tmux"), mantra.environment());
    tmux.run(
        "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", "bash", "--norc", "-i");
    tmux.run("set", "-g", "status", "off");
    tmux.type("PS1='$? ready> '; clear");
    tmux.keys("Enter");
    tmux.awaitScreen("0 ready>");
    return tmux;
  }

  /** Skips the test, saying why, where a program is not installed. */
  static void require(String program) {
    boolean found = false;
    for (var folder : System.getenv("PATH").split(":", -1)) {
      found |= Files.isExecutable(Path.of(folder, program));
    }
    assumeTrue(found, program + " is not installed");
  }

  void type(String text) throws IOException {
    run("send-keys", "-l", text);
  }

  void keys(String... names) throws IOException {
    var words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(names));
    run(words.toArray(String[]::new));
  }

  /** Types a command line. */
  void command(String line) throws IOException {
    type(line);
    keys("Enter");
  }

  String screen() throws IOException {
    return run("capture-pane", "-p");
  }

  void awaitScreen(String text) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!screen().contains(text)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("'" + text + "' is not on the screen, but:\n" + screen());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Override
  public void close() throws IOException {
    run("kill-server");
  }

  private String run(String... words) throws IOException {
    var command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.onExit().join();
    return output;
  }
}
