package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to the user's program, and to the recording, when something goes wrong. */
class FaultsIT {

  /** A thousand with the profile "thorough". */
  private static final int KILLS = 50 * Integer.getInteger("mantra.sweep", 1);

  @TempDir Path home;
  private Mantra mantra;

  @BeforeEach
  void program() {
    mantra = Mantra.in(home);
  }

  @Test
  void afterKill9WhatHadBeenShownIsThere() throws Exception {
    var random = new Random(7);
    var show = "i=0; while :; do i=$((i+1)); echo line-$i; sleep 0.004; done";
    for (int kill = 0; kill < KILLS; kill++) {
      String shown;
      try (var terminal =
          OuterTerminal.start(
              mantra.command("rec", "--", "sh", "-c", show), mantra.environment())) {
        terminal.awaitShown("line-1\r\n");
        TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(700));
        shown = terminal.shown();
        // How long that takes is up to the disk; the program goes on meanwhile.
        awaitRecorded(kill + 1, shown.getBytes(StandardCharsets.UTF_8).length);
        terminal.signal("KILL");
        assertEquals(137, terminal.awaitEnd());
      }
      var recorded = new String(mantra.lastOutput(), StandardCharsets.UTF_8);
      assertEquals(
          shown,
          recorded.substring(0, Math.min(shown.length(), recorded.length())),
          "after kill " + kill);
    }
    assertEquals(KILLS, new Ls(mantra).count("interrupted"));
    assertEquals(0, mantra.run("fsck", "--all").status() & ~1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"64k", "1m", "4m", "8m"})
  void aFullDiskCostsAGapAndNotTheProgram(String size) throws Exception {
    var disk = Files.createDirectory(home.resolve("disk"));
    assumeTrue(
        sh("mount -t tmpfs -o size=" + size + " none " + disk) == 0,
        "mounting a small disk needs root");
    try {
      var small = new Mantra(mantra.program(), disk.resolve("home"));
      Files.createDirectories(small.home());
      var fill = disk.resolve("fill");
      var script =
          "head -c 2000000 /dev/zero | tr '\\0' x; dd if=/dev/zero of="
              + fill
              + " bs=4k 2>/dev/null; echo FULL; sleep 1; head -c 1000000 /dev/zero | tr '\\0' y;"
              + " sleep 1; rm -f "
              + fill
              + "; echo FREE; sleep 2; echo AFTER; exit 11";
      String shown;
      try (var terminal =
          OuterTerminal.start(
              small.command("rec", "--", "sh", "-c", script), small.environment())) {
        assertEquals(11, terminal.awaitEnd(), "the program's own status");
        shown = terminal.shown();
      }
      assertTrue(shown.contains("AFTER"), "the program went on to its end");
      assertTrue(shown.contains("mantra: "), "it is told at the end");
      assertEquals(1, shown.split("mantra: ", -1).length - 1, "in one line");
      if (size.equals("8m")) {
        var recorded = new String(small.lastOutput(), StandardCharsets.UTF_8);
        assertTrue(recorded.contains("AFTER"), "recording goes on when there is room again");
      }
    } finally {
      sh("umount " + disk);
    }
  }

  @Test
  void aStoreThatCannotBeWrittenIsToldAndNothingElse() throws Exception {
    Files.writeString(home.resolve("data"), "a file where a folder should be");

    var lenient = mantra.run("rec", "--", "sh", "-c", "echo ran; exit 5");
    assertEquals(5, lenient.status());
    assertEquals("ran\r\n", lenient.out());
    assertEquals(1, lenient.err().lines().count(), lenient.err());

    var strict = mantra.run("rec", "--strict", "--", "sh", "-c", "echo ran");
    assertEquals(73, strict.status());
    assertFalse(strict.out().contains("ran"));
  }

  @Test
  void withoutAHomeTheProgramRunsAllTheSame() throws Exception {
    var builder =
        new ProcessBuilder(mantra.command("rec", "--", "sh", "-c", "echo ran; exit 4"))
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    var process = builder.start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(4, process.waitFor());
    assertEquals("ran\r\n", out);
    assertTrue(err.contains("HOME"), err);
  }

  @Test
  void nothingIsWrittenElsewhereAndNobodyIsCalled() throws Exception {
    Tmux.require("strace");
    var trace = home.resolve("trace");
    var project = Files.createDirectory(home.resolve("project"));
    for (var arguments :
        new String[] {
          "rec -- sh -c 'echo hi'",
          "ls",
          "info last",
          "mark last --at 0:00 here",
          "title last a title",
          "tag last one",
          "note last a remark",
          "screen last",
          "text last",
          "messages last",
          "files last",
          "diff last start end",
          "index",
          "grep hi",
          "search hi",
          "scan last",
          "audit last",
          "export last -f asciicast-v3",
          "import",
          "doctor",
          "fsck --all",
          "config",
          "version",
          "completion bash",
          "init bash",
          "rm last --yes"
        }) {
      sh(
          "cd "
              + project
              + " && strace -f --seccomp-bpf -o "
              + trace
              + " -e trace=connect,openat,creat,mkdir,rename,unlink "
              + mantra.program()
              + " "
              + arguments
              + " </dev/null >/dev/null 2>&1");
      for (var line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
        assertFalse(
            line.contains("sin_addr") || line.contains("sin6_addr"), arguments + ": " + line);
        boolean writes =
            line.contains("O_WRONLY") || line.contains("O_RDWR") || line.contains("mkdir(");
        boolean allowed =
            line.contains("\"" + home + "/")
                || line.contains("\"/dev/")
                || line.contains("/proc/self/coredump_filter")
                // a folder that was there before is one that another run would have made
                || (line.contains("= -1 ") && !line.contains("mkdir("));
        assertTrue(!writes || allowed, arguments + ": " + line);
      }
      try (var left = Files.list(project)) {
        assertEquals(0, left.count(), "nothing is left in the working folder by " + arguments);
      }
    }
  }

  /** Waits until a reader beside the recorder finds that much output in the newest journal. */
  private void awaitRecorded(int sessions, int bytes) throws Exception {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    int recorded = 0;
    while (recorded < bytes) {
      assertTrue(System.nanoTime() < deadline, recorded + " bytes after 30 s");
      TimeUnit.MILLISECONDS.sleep(5);
      recorded = recordedSoFar(sessions);
    }
  }

  private int recordedSoFar(int sessions) throws IOException {
    var started = new Store(mantra.sessions()).sessions();
    if (started.size() < sessions) {
      return 0;
    }
    int recorded = 0;
    try (var reader = started.getFirst().read()) {
      for (var event = reader.next(); event.isPresent(); event = reader.next()) {
        recorded += event.get() instanceof Event.Output output ? output.bytes().length() : 0;
      }
    } catch (NoSuchFileException e) {
      // The program may show something before its recorder has made the journal.
      return 0;
    }
    return recorded;
  }

  private int sh(String line) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("sh", "-c", line).inheritIO();
    builder.environment().keySet().removeIf(name -> name.startsWith("MANTRA_"));
    builder.environment().put("MANTRA_HOME", home.toString());
    return builder.start().waitFor();
  }
}
