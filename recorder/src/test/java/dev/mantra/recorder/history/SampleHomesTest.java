package dev.mantra.recorder.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Homes that real agents have written. They are no part of the project: where they lie beside the
 * checkout, or where {@code -Dmantra.samples} says, what is imported of them is compared with
 * counts and hashes that are.
 */
final class SampleHomesTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("mantra.samples", "../../shared/samples/agents"));

  @TempDir Path temp;

  static List<String> homes() throws IOException {
    return expected().stream().map(row -> row.substring(0, row.indexOf('\t'))).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void holdsWhatTheFilesSay(String name) throws IOException {
    var home = SAMPLES.resolve(name);
    assumeTrue(
        Files.isDirectory(home),
        () -> "there are no samples of agents' homes at " + home.toAbsolutePath().normalize());
    var user = new AgentsUser(home, temp.resolve("state"), new Store(temp.resolve("sessions")));
    user.importFrom(home);
    user.importFrom(home);
    assertEquals(
        expected().stream().filter(row -> row.startsWith(name + "\t")).toList(), user.rows(name));
  }

  private static List<String> expected() throws IOException {
    try (var in = SampleHomesTest.class.getResourceAsStream("/homes/samples.tsv")) {
      var bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
  }
}
