package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a list of 1,000 sessions takes: {@code -Dtest=ListBenchmark -Dmantra.benchmark=true}.
 */
@EnabledIfSystemProperty(named = "mantra.benchmark", matches = "true")
final class ListBenchmark {

  private static final int SESSIONS = 1000;
  private static final int RUNS = 9;
  private static final long GOAL_MILLIS = 200;

  @TempDir Path home;

  @Test
  void aThousandSessionsAreListedInTime() throws IOException {
    var mantra = new TestProgram(home);
    var sessions = new TestSessions(mantra.sessions());
    for (int i = 0; i < SESSIONS; i++) {
      var id =
          String.format(
              Locale.ROOT, "20261120T%02d%02d%02dZ-claude-bcdfgh", i / 3600, i / 60 % 60, i % 60);
      sessions.small(id, 0);
    }
    var millis = new ArrayList<Long>();
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      var result = mantra.run("ls");
      millis.add((System.nanoTime() - start) / 1_000_000);
      assertTrue(result.out().lines().count() == SESSIONS + 1, result.err());
    }
    var sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    assertTrue(sorted.get(RUNS / 2) < GOAL_MILLIS, "milliseconds, in order of the runs: " + millis);
  }
}
