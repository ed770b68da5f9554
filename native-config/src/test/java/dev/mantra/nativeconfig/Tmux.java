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
import java.util.function.Predicate;

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
    tmux.awaitPrompt(0);
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
    await(screen -> screen.contains(text), "'" + text + "' is not on the screen");
  }

  /**
   * Waits until a command has ended, with this status: until nothing stands behind the shell's
   * prompt. The prompt that the command was typed at is there again as soon as the command leaves
   * the alternate screen.
   */
  void awaitPrompt(int status) throws IOException, InterruptedException {
    var prompt = status + " ready>";
    await(
        screen -> screen.stripTrailing().endsWith("\n" + prompt) || screen.strip().equals(prompt),
        "'" + prompt + "' is not the last of the screen");
  }

  private void await(Predicate<String> condition, String missing)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    for (var screen = screen(); !condition.test(screen); screen = screen()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(missing + ", but:\n" + screen);
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
