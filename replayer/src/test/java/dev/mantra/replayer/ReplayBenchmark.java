package dev.mantra.replayer;

import dev.mantra.formats.event.Position;
import dev.mantra.formats.journal.Store;
import dev.mantra.terminal.Keyframe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * Seeks in a session of a store and prints how long that took; see {@code
 * src/test/bench/README.md}.
 */
final class ReplayBenchmark {

  private static final int SEEKS = 100;

  private final Store store;
  private final String name;
  private final Optional<Path> cache;

  private ReplayBenchmark(Store store, String name, Optional<Path> cache) {
    this.store = store;
    this.name = name;
    this.cache = cache;
  }

  /** Arguments: what to do, the store's folder, a session, a cache folder or nothing. */
  public static void main(String[] args) throws IOException {
    var benchmark =
        new ReplayBenchmark(
            new Store(Path.of(args[1])),
            args[2],
            Optional.of(args).filter(a -> a.length > 3).map(a -> Path.of(a[3])));
    switch (args[0]) {
      case "seek" -> benchmark.seek();
      case "frames" -> benchmark.frames();
      case "lines" -> benchmark.lines();
      case "compare" -> benchmark.compare();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private Replay open() throws IOException {
    return Replay.open(store.find(name), cache, ReplayOptions.STANDARD);
  }

  private void seek() throws IOException {
    long start = System.nanoTime();
    try (var replay = open()) {
      replay.screenAt(0);
      report("first question", start);
      var random = new Random(1);
      var took = new double[SEEKS];
      var cpu = new double[SEEKS];
      for (int i = 0; i < SEEKS; i++) {
        long at = random.nextLong(replay.duration());
        long begin = System.nanoTime();
        long cpuBegin = cpu();
        replay.screenAt(at);
        cpu[i] = (cpu() - cpuBegin) / 1e6;
        took[i] = millis(begin);
      }
      report("screenAt", took);
      report("screenAt, time of the processor", cpu);
    }
    memory();
  }

  private void frames() throws IOException {
    try (var replay = open()) {
      var random = new Random(2);
      var jump = new double[SEEKS];
      for (int i = 0; i < SEEKS; i++) {
        long at = random.nextLong(replay.duration());
        long begin = System.nanoTime();
        var _ = i % 2 == 0 ? replay.nextFrame(at) : replay.previousFrame(at);
        jump[i] = millis(begin);
      }
      report("a frame anywhere", jump);
      var step = new double[SEEKS * SEEKS];
      var playback = replay.playback();
      playback.seek(replay.duration() / 2);
      for (int i = 0; i < step.length; i++) {
        long begin = System.nanoTime();
        replay.nextFrame(playback.time()).ifPresent(next -> seek(playback, next));
        step[i] = millis(begin);
      }
      report("next frame and its screen", step);
      for (int i = 0; i < step.length; i++) {
        long begin = System.nanoTime();
        replay.previousFrame(playback.time()).ifPresent(next -> seek(playback, next));
        step[i] = millis(begin);
      }
      report("previous frame and its screen", step);
    }
    memory();
  }

  private static void seek(Playback playback, long to) {
    try {
      playback.seek(to);
      playback.terminal();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lines() throws IOException {
    long start = System.nanoTime();
    try (var replay = open()) {
      var lines = replay.lines();
      report("lines", start);
      start = System.nanoTime();
      long count = 0;
      long characters = 0;
      for (var line : lines) {
        count++;
        characters += line.text().length();
      }
      report(count + " lines of " + characters + " characters read", start);
      start = System.nanoTime();
      try {
        replay.timeline().resolve(new Position.Shown("no such text"));
        report("a text that was shown after all", start);
      } catch (NoSuchPositionException e) {
        report("a text that was never shown", start);
      }
    }
    memory();
  }

  /** Plays through and seeks, and compares the screens. */
  private void compare() throws IOException {
    try (var replay = open()) {
      var moments = new Random(3).longs(1000, 0, Math.max(1, replay.duration())).sorted().toArray();
      var playing = replay.playback();
      int different = 0;
      for (long at : moments) {
        for (var next = playing.nextEvent();
            next.isPresent() && next.getAsLong() <= at;
            next = playing.nextEvent()) {
          playing.advanceTo(next.getAsLong());
        }
        playing.advanceTo(at);
        if (!Arrays.equals(
            Keyframe.write(playing.terminal()), Keyframe.write(replay.screenAt(at)))) {
          different++;
          System.out.println("different at " + at);
        }
      }
      System.out.println(name + ": " + different + " of " + moments.length + " are different");
    }
  }

  private static void report(String what, long start) {
    System.out.printf("%s: %.0f ms%n", what, millis(start));
  }

  private static void report(String what, double[] millis) {
    var sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "%s: median %.2f, worst %.2f ms; the first %.2f ms%n",
        what, sorted[sorted.length / 2], sorted[sorted.length - 1], millis[0]);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / 1e6;
  }

  private static void memory() throws IOException {
    var status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(System.out::println);
    }
  }
}
