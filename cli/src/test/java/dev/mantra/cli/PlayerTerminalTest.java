package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The player as a process of its own in a real terminal, which {@code script} provides. */
final class PlayerTerminalTest {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final String AFTERWARDS = "; echo \"status=$?\"; stty -a";

  @TempDir Path home;
  private @Nullable Process terminal;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @BeforeEach
  void record() throws IOException {
    assumeTrue(TestProgram.isInstalled("script"), "script is not installed");
    var events = new ArrayList<Event>();
    events.add(
        new Event.Output(1000, Bytes.utf8("\u001b[?1049h\u001b[?25l\u001b[?2004hfirst\r\n")));
    for (int i = 1; i <= 600; i++) {
      events.add(new Event.Output(i * 100_000_000L, Bytes.utf8("line " + i + "\r\n")));
    }
    events.add(TestSessions.end(61_000_000_000L, 0));
    new TestSessions(new TestProgram(home).sessions())
        .add("20261121T090000Z-claude-bbbbbb", header -> header, events);
  }

  @AfterEach
  void end() {
    if (terminal != null) {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({"q, 0", "'\u0003', 0"})
  void aKeyEndsItAndTheTerminalIsAsBefore(String key, int status) throws Exception {
    start("play last" + AFTERWARDS);
    await("line 3");
    type(key);
    assertRestored(status);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
  void aSignalEndsItAndTheTerminalIsAsBefore(String signal, int status) throws Exception {
    start("play last" + AFTERWARDS);
    await("line 3");
    signal(signal);
    assertRestored(status);
  }

  @Test
  void theEndOfTheSessionEndsIt() throws Exception {
    start("play last --speed 64" + AFTERWARDS);
    assertRestored(0);
    assertTrue(text().contains("line 600"), text());
  }

  @Test
  void beginsWhereItIsToldTo() throws Exception {
    start("play last --at 0:59 --speed 8" + AFTERWARDS);
    await("line 600");
    assertRestored(0);
  }

  @Test
  void onlyOnDemandIsWrittenWhatWasRecorded() throws Exception {
    start("play last" + AFTERWARDS);
    await("line 3");
    type("q");
    assertRestored(0);
    assertFalse(text().contains("\u001b[?2004h"), text());
  }

  @Test
  void rawPlayingWritesWhatWasRecordedAndSwitchesItsModesOff() throws Exception {
    start("play --raw last" + AFTERWARDS);
    await("line 3");
    assertTrue(text().contains("\u001b[?1049h\u001b[?25l\u001b[?2004hfirst"), text());
    type("q");
    assertRestored(0);
    assertTrue(text().contains("2004l"), text());
  }

  @Test
  void stoppedByASignalItGivesTheTerminalBackUntilItIsContinued() throws Exception {
    start("play last" + AFTERWARDS);
    await("line 3");
    signal("TSTP");
    await("\u001b[?1049l");
    awaitState("T");
    assertEquals(0, new ProcessBuilder("kill", "-CONT", pid(running())).start().waitFor());
    for (var process : running().descendants().toList()) {
      new ProcessBuilder("kill", "-CONT", Long.toString(process.pid())).start().waitFor();
    }
    await("\u001b[?1049h", 2);
    await("first", 2);
    type("q");
    assertRestored(0);
  }

  @Test
  void whenTheTerminalIsClosedItEnds() throws Exception {
    start("play last");
    await("line 3");
    var player = player();
    running().destroyForcibly();
    player.onExit().get(30, TimeUnit.SECONDS);
    assertFalse(player.isAlive());
  }

  private void start(String arguments) throws IOException {
    var mantra =
        String.join(
            " ",
            List.of(
                // Whoever runs the tests may ignore them: behind nohup(1), or in the background.
                "env --default-signal=HUP,INT",
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "@" + Path.of("../native-config/jvm.options").toAbsolutePath().normalize(),
                "-cp",
                "'" + System.getProperty("java.class.path") + "'",
                Main.class.getName(),
                arguments));
    var builder =
        new ProcessBuilder("script", "-qec", mantra, "/dev/null").redirectErrorStream(true);
    builder.environment().put("MANTRA_HOME", home.resolve("m").toString());
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().put("TERM", "xterm-256color");
    var started = builder.start();
    terminal = started;
    var reader = new Thread(() -> copy(started.getInputStream()), "shown");
    reader.setDaemon(true);
    reader.start();
  }

  private void assertRestored(int status) throws Exception {
    await("status=" + status);
    await("-echoprt");
    assertTrue(running().waitFor(30, TimeUnit.SECONDS));
    var after = text().substring(text().indexOf("status="));
    for (var mode : List.of("icanon", "isig", "echo", "opost", "icrnl")) {
      assertTrue(after.matches("(?s).*[ \n]" + mode + "[ ;\r\n].*"), mode + " is off in\n" + after);
    }
    assertFalse(after.contains("speed 0 baud"), after);
    var before = text().substring(0, text().indexOf("status="));
    for (var off : List.of("\u001b[?1049l", "\u001b[?25h", "\u001b[?7h")) {
      assertTrue(before.contains(off), off.replace('\u001b', 'e') + " was not written");
    }
  }

  private void signal(String name) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(player().pid())).start();
    assertEquals(0, kill.waitFor());
  }

  private ProcessHandle player() {
    return running()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow();
  }

  /** Waits until the player is in a state, as ps(1) writes it. */
  private void awaitState(String state) throws Exception {
    var stat = Path.of("/proc", Long.toString(player().pid()), "stat");
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!Files.readString(stat).contains(") " + state + " ")) {
      assertTrue(System.nanoTime() < deadline, () -> "the player never got into state " + state);
      Thread.sleep(20);
    }
  }

  private static String pid(Process process) {
    return Long.toString(process.pid());
  }

  private Process running() {
    return Objects.requireNonNull(terminal);
  }

  private void type(String keys) throws IOException {
    running().getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    running().getOutputStream().flush();
  }

  private void await(String text) throws InterruptedException {
    await(text, 1);
  }

  /** Waits until a text was written so many times. */
  private void await(String text, int times) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (text().split(Pattern.quote(text), -1).length <= times) {
      assertTrue(
          System.nanoTime() < deadline, () -> "'" + text + "' never came; there is\n" + text());
      Thread.sleep(20);
    }
  }

  private String text() {
    synchronized (shown) {
      return shown.toString(StandardCharsets.UTF_8);
    }
  }

  private void copy(InputStream in) {
    var buffer = new byte[4096];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        synchronized (shown) {
          shown.write(buffer, 0, count);
        }
      }
    } catch (IOException e) {
      synchronized (shown) {
        shown.writeBytes(e.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
