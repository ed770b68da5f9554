package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where recordings of real agents are at hand, beside the checkout or where {@code
 * -Dmantra.samples} says, grep in them is compared with a scan of what is printed of them.
 */
final class SampleGrepTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("mantra.samples", "../../shared/samples/agents"));

  private static final long SEED = 20261123;

  /** A sweep of 5 makes 200. */
  private static final int PATTERNS = 40 * Integer.getInteger("mantra.sweep", 1);

  @TempDir Path home;

  @Test
  void grepIsAScanOfTextAndMessages() throws IOException {
    var samples = SAMPLES.toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(samples), () -> "there are no samples of agents at " + samples);
    var mantra = new TestProgram(home);
    mantra.run("import", samples.toString());
    var sessions = mantra.run("grep", "-l", "").out().lines().toList();
    assertTrue(sessions.size() > 10, () -> "sessions: " + sessions);
    new GrepOracle(mantra, sessions, GrepOracle.Edits.TOLD, SEED).compare(PATTERNS);
  }
}
