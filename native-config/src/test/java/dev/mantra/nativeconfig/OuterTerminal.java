package dev.mantra.nativeconfig;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A terminal such as a person sits at: it shows bytes, and somebody types.
 *
 * <p>When its program has ended, pty4j's own thread still writes a byte into a pipe, by number,
 * that closing the terminal has closed (pty4j issue 181): the byte would land in whatever file was
 * opened since. So that thread is waited for before anything is closed.
 */
final class OuterTerminal implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final PtyProcess process;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Thread reader;
  private final Optional<Thread> reaper;

  private OuterTerminal(PtyProcess process) {
    this.process = process;
    this.reaper = newReaper();
    this.reader = Thread.ofPlatform().daemon().start(this::readAll);
  }

  static OuterTerminal start(List<String> command, Map<String, String> environment)
      throws IOException {
    return new OuterTerminal(
        new PtyProcessBuilder(command.toArray(String[]::new))
            .setEnvironment(environment)
            .setInitialColumns(100)
            .setInitialRows(30)
            .start());
  }

  /** Runs a command to its end and gives everything it showed. */
  static String output(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    try (var terminal = start(command, environment)) {
      terminal.awaitEnd();
      return terminal.shown();
    }
  }

  long pid() {
    return process.pid();
  }

  synchronized String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  synchronized int length() {
    return shown.size();
  }

  void type(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  void resize(int columns, int rows) {
    process.setWinSize(new WinSize(columns, rows));
  }

  void awaitShown(String text) throws InterruptedException {
    awaitShown(text, 0);
  }

  /** Waits for text that comes after the first {@code from} characters. */
  void awaitShown(String text, int from) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (shown().indexOf(text, from) < 0) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("'" + text + "' was not shown, but:\n" + shown());
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** Waits for the command's end and gives its status as a shell would. */
  int awaitEnd() throws InterruptedException {
    return awaitEnd(Duration.ofMinutes(1));
  }

  int awaitEnd(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost)) {
      throw new AssertionError("the program did not end; it showed:\n" + shown());
    }
    awaitReaper();
    reader.join(TimeUnit.SECONDS.toMillis(10));
    return process.exitValue();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
    }
    try {
      process.waitFor();
      awaitReaper();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  private void awaitReaper() throws InterruptedException {
    if (reaper.isPresent()) {
      reaper.get().join(TimeUnit.SECONDS.toMillis(10));
    }
  }

  /** The thread that waits for the process started last; empty when it has ended already. */
  private static Optional<Thread> newReaper() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("PtyProcess Reaper"))
        .max(Comparator.comparingLong(Thread::threadId));
  }

  private void readAll() {
    var buffer = new byte[64 * 1024];
    try {
      var in = process.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        synchronized (this) {
          shown.write(buffer, 0, count);
        }
      }
    } catch (IOException e) {
      // The terminal is gone, which is how reading from one ends.
    }
  }
}
