package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that has ended is indexed, and nobody notices. */
class IndexingIT {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  @TempDir Path home;
  private Mantra mantra;

  @BeforeEach
  void program() {
    mantra = Mantra.in(home);
  }

  @Test
  void aSessionIsIndexedWhenItHasEndedAndNobodyWaitsForThat() throws Exception {
    // cat would wait for the process that indexes if that had descriptor 3.
    var line =
        "(MANTRA_REC_INDEX=true " + mantra.program() + " rec -- echo quokka 3>&1 2>&1) | cat";
    var output =
        OuterTerminal.output(new ArrayList<>(List.of("sh", "-c", line)), mantra.environment());

    assertTrue(output.contains("quokka"), output);
    awaitIndex();
    assertEquals(0, mantra.run("search", "quokka").status());
  }

  @Test
  void nothingIsIndexedWhenThatIsNotWanted() throws Exception {
    assertEquals(0, mantra.run("rec", "--", "true").status());
    assertFalse(Files.exists(home.resolve("cache/index")));
  }

  /** Until a commit is there and nobody is at it any more. */
  private void awaitIndex() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!isIndexed()) {
      assertTrue(System.nanoTime() < deadline, "the session was not indexed");
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private boolean isIndexed() throws IOException {
    var folder = home.resolve("cache/index/lucene");
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
    }
  }
}
