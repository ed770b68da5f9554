package dev.mantra.terminal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Feeds a file to terminals of 120x40 in chunks of 64 KiB and prints MB/s, one round a line: wall
 * time, then CPU time; at last the median of all but the first two rounds. See {@code
 * src/test/bench/README.md}.
 */
final class ThroughputBenchmark {
  private static final int COLUMNS = 120;
  private static final int ROWS = 40;
  private static final int CHUNK = 1 << 16;
  private static final int WARM_UP = 2;

  private ThroughputBenchmark() {}

  public static void main(String[] args) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(args[0]));
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
    double[] wall = new double[rounds];
    double[] cpu = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      var threads = ManagementFactory.getThreadMXBean();
      long cpuStart = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      var terminal = new Terminal(COLUMNS, ROWS);
      for (int i = 0; i < bytes.length; i += CHUNK) {
        terminal.feed(bytes, i, Math.min(bytes.length, i + CHUNK));
      }
      wall[round] = bytes.length / 1e6 / ((System.nanoTime() - start) / 1e9);
      cpu[round] = bytes.length / 1e6 / ((threads.getCurrentThreadCpuTime() - cpuStart) / 1e9);
      System.out.printf("%.0f %.0f%n", wall[round], cpu[round]);
    }
    System.out.printf("median %.0f %.0f MB/s (wall, CPU)%n", median(wall), median(cpu));
  }

  private static double median(double[] rounds) {
    double[] warm = Arrays.copyOfRange(rounds, Math.min(WARM_UP, rounds.length - 1), rounds.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }
}
