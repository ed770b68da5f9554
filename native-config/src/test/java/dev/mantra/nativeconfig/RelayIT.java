package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes, signals and sizes pass through the recorder, and all of them are recorded. */
class RelayIT {

  @TempDir Path home;
  private Mantra mantra;

  @BeforeEach
  void program() {
    mantra = Mantra.in(home);
  }

  @Test
  void fiftyMegabytesOfRandomBytesAreRecordedExactly() throws Exception {
    var bytes = new byte[50 << 20];
    new Random(1).nextBytes(bytes);
    var file = Files.write(home.resolve("random"), bytes);

    try (var terminal = rec("sh", "-c", "stty raw; cat " + file)) {
      assertEquals(0, terminal.awaitEnd());
    }

    assertArrayEquals(bytes, mantra.lastOutput());
  }

  @Test
  void aPasteOfAMegabyteIntoAProgramThatWritesMeanwhileArrivesWhole() throws Exception {
    var line = "x".repeat(99) + "\n";
    try (var terminal =
        rec(
            "sh",
            "-c",
            "stty raw -echo; echo READY; head -c 2000000 /dev/zero | tr '\\0' y; head -c 1000000 | md5sum")) {
      terminal.awaitShown("READY");
      terminal.type(line.repeat(10_000));
      assertEquals(0, terminal.awaitEnd());

      var expected =
          MessageDigest.getInstance("MD5")
              .digest(line.repeat(10_000).getBytes(StandardCharsets.US_ASCII));
      assertTrue(terminal.shown().contains(HexFormat.of().formatHex(expected)));
    }
  }

  @RepeatedTest(20)
  void outputThatEndsWithTheProgramIsComplete() throws Exception {
    try (var terminal = rec("sh", "-c", "head -c 300000 /dev/zero | tr '\\0' z; printf END")) {
      terminal.awaitEnd();
      assertEquals(300_003, terminal.length());
    }
    assertEquals(300_003, mantra.lastOutput().length);
  }

  @Test
  void aProgramLeftInTheBackgroundDoesNotHoldUpThePrompt() throws Exception {
    long start = System.nanoTime();
    try (var terminal = rec("sh", "-c", "sleep 30 & setsid sleep 30 & echo started")) {
      assertEquals(0, terminal.awaitEnd());
    }
    assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(15));
  }

  @Test
  void keysThatMakeSignalsReachTheProgram() throws Exception {
    try (var terminal =
        rec(
            "sh",
            "-c",
            "trap 'echo INT' INT; trap 'echo QUIT' QUIT; trap 'echo TSTP' TSTP; echo READY; while :; do sleep 0.05; done")) {
      terminal.awaitShown("READY");
      terminal.type("\u0003");
      terminal.awaitShown("INT");
      terminal.type("\u001c");
      terminal.awaitShown("QUIT");
      awaitJournal();
      terminal.signal("TERM");
      assertEquals(143, terminal.awaitEnd());
    }
  }

  @Test
  void aNewWindowSizeReachesTheProgramAndTheRecording() throws Exception {
    try (var terminal =
        rec(
            "bash",
            "-c",
            "trap 'stty size' WINCH; echo READY; for i in {1..200}; do sleep 0.05; done")) {
      terminal.awaitShown("READY");
      awaitJournal();
      terminal.resize(77, 22);
      terminal.awaitShown("22 77");
      terminal.signal("TERM");
      terminal.awaitEnd();
    }
    assertTrue(
        mantra.run("export", "last", "-f", "asciicast-v2", "-o", "-").out().contains("\"77x22\""));
  }

  @Test
  void aStoppedRecorderGivesTheTerminalBackAndGoesOnRaw() throws Exception {
    try (var terminal =
        OuterTerminal.start(List.of("bash", "--norc", "-i"), mantra.environment())) {
      terminal.type("PS1='prompt> '\r");
      terminal.awaitShown("prompt> ");
      terminal.type(
          mantra.program() + " rec -- sh -c 'echo $PPID > " + home + "/pid; echo READY; cat'\r");
      terminal.awaitShown("READY\r\n");
      terminal.type("one\r");
      terminal.awaitShown("one\r\none");
      awaitJournal();
      var pid = Files.readString(home.resolve("pid")).strip();
      assertEquals(0, new ProcessBuilder("kill", "-TSTP", pid).start().waitFor());
      terminal.awaitShown("Stopped");
      terminal.type("stty -a | grep -o -e '-icanon' -e ' icanon' | tr -d ' ' | sed s/^/is:/\r");
      terminal.awaitShown("is:icanon");
      terminal.type("fg\r");
      awaitRaw(pid);
      terminal.type("two\r");
      terminal.awaitShown("two\r\ntwo");
      int before = terminal.length();
      terminal.type("\u0004");
      terminal.awaitShown("prompt> ", before);
      terminal.type("echo status:$?\r");
      terminal.awaitShown("status:0");
    }
  }

  @Test
  void aKeyThatMeansTheEndReachesTheProgramWhateverTheTerminalsModes() throws Exception {
    try (var terminal = rec("sh", "-c", "echo $PPID > " + home + "/pid; echo READY; cat; cat")) {
      terminal.awaitShown("READY\r\n");
      var pid = Files.readString(home.resolve("pid")).strip();
      awaitRaw(pid);
      stty(pid, "icanon", "icrnl");
      // Whoever has begun to read keeps what the modes were then.
      terminal.type("one\r");
      terminal.awaitShown("one\r\none\r\n");
      terminal.type("\u0004");
      terminal.type("two\r");
      terminal.awaitShown("two\r\ntwo\r\n");
      terminal.type("\u0004");
      assertEquals(0, terminal.awaitEnd());
    }
  }

  @Test
  void aProgramThatStopsItselfReturnsToTheShellAndComesBackWithFg() throws Exception {
    try (var terminal =
        OuterTerminal.start(List.of("bash", "--norc", "-i"), mantra.environment())) {
      // Spelled so that its echo is not taken for the prompt.
      terminal.type("PS1='pro''mpt> '\r");
      terminal.awaitShown("prompt> ");
      int asked = terminal.length();
      terminal.type(
          mantra.program() + " rec -- sh -c 'echo READY; kill -STOP $$; echo RESUMED; exit 5'\r");
      terminal.awaitShown("READY\r\n");
      terminal.awaitShown("Stopped");
      // The shell's prompt comes after that; else it would be taken for the one at the end.
      terminal.awaitShown("prompt> ", asked);
      int before = terminal.length();
      terminal.type("fg\r");
      terminal.awaitShown("RESUMED\r\n", before);
      terminal.awaitShown("prompt> ", before);
      terminal.type("echo status:$?\r");
      terminal.awaitShown("status:5");
    }
  }

  @Test
  void whenTheTerminalGoesAwayTheLastWordsAreRecorded() throws Exception {
    try (var terminal =
        rec(
            "sh",
            "-c",
            "trap 'echo LAST WORDS; exit 3' HUP; echo READY; while :; do sleep 0.05; done")) {
      terminal.awaitShown("READY");
      awaitJournal();
      terminal.signal("HUP");
      assertEquals(3, terminal.awaitEnd());
    }
    assertTrue(new String(mantra.lastOutput(), StandardCharsets.UTF_8).contains("LAST WORDS"));
    assertTrue(
        mantra.run("info", "last", "--json").out().toLowerCase(Locale.ROOT).contains("hangup"));
  }

  @Test
  void whatIsTypedWithoutEchoIsNowhereInTheSession() throws Exception {
    var secret = "s" + Long.toHexString(System.nanoTime()) + "ecret";
    var key = home.resolve("key");
    try (var terminal =
        rec(
            "bash",
            "-c",
            "read -r -s -p 'Password: ' p; echo; echo got ${#p}; ssh-keygen -q -t ed25519 -f "
                + key)) {
      terminal.awaitShown("Password: ");
      terminal.type(secret + "\r");
      terminal.awaitShown("got " + secret.length());
      terminal.awaitShown("passphrase");
      terminal.type(secret + "\r");
      terminal.awaitShown("again");
      terminal.type(secret + "\r");
      assertEquals(0, terminal.awaitEnd());
    }
    assertTrue(Files.exists(key), "the passphrase has reached ssh-keygen");
    try (var files = Files.walk(mantra.sessions())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(content.contains(secret), "the secret is in " + file);
      }
    }
  }

  /** From here on signals are listened to. */
  private void awaitJournal() throws IOException, InterruptedException {
    for (int tries = 0; tries < 1_000; tries++) {
      if (Files.isDirectory(mantra.sessions())) {
        try (var files = Files.walk(mantra.sessions())) {
          if (files.anyMatch(file -> file.toString().endsWith(".cq4"))) {
            return;
          }
        }
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new AssertionError("no journal was started in " + mantra.sessions());
  }

  /** From here on the recorder's terminal passes on every key. */
  private static void awaitRaw(String recorder) throws IOException, InterruptedException {
    for (int tries = 0; tries < 1_000; tries++) {
      if (stty(recorder, "-a").contains("-icanon")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new AssertionError("the terminal was not made raw");
  }

  /** Asks for the modes of a process's terminal, or changes them. */
  private static String stty(String process, String... modes) throws IOException {
    var terminal = Files.readSymbolicLink(Path.of("/proc", process, "fd", "0"));
    var command = new ArrayList<>(List.of("stty", "-F", terminal.toString()));
    command.addAll(List.of(modes));
    var stty = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private OuterTerminal rec(String... command) throws IOException {
    var arguments = new ArrayList<>(List.of("rec", "--"));
    arguments.addAll(List.of(command));
    return OuterTerminal.start(
        mantra.command(arguments.toArray(String[]::new)), mantra.environment());
  }
}
