package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexing in a process of its own, which is killed: the next question is answered rightly. */
final class KilledIndexingTest {

  private static final long SEED = 20261122;
  private static final int KILLS = 5 * Integer.getInteger("mantra.sweep", 1);
  private static final int LATEST_MILLIS = 2500;

  @TempDir Path home;

  @Test
  void killedAtAnyMomentItIsMadeGood() throws Exception {
    var random = new Random(SEED);
    var mantra = new TestProgram(home);
    var planted = new PlantedFacts(new TestSessions(mantra.sessions()), SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % 2 == 0) {
        deleteIndex();
      }
      planted.plant(4, 2);
      var process = indexing();
      if (process.waitFor(random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS)) {
        assertEquals(0, process.exitValue());
      }
      process.destroyForcibly().waitFor();
      for (int question = 0; question < 5; question++) {
        var fact = planted.facts().get(random.nextInt(planted.facts().size()));
        var out = mantra.run("search", "--json", fact.text()).out();
        var found = new ObjectMapper().readTree(out);
        assertEquals(1, found.get("total").asInt(), "kill " + kill + " " + fact);
        assertEquals(fact.session(), found.get("sessions").get(0).get("id").asText());
      }
    }
  }

  private Process indexing() throws IOException {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.mantra.cli.Main"));
    words.add("index");
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(Redirect.to(new File("/dev/null")));
    builder.environment().put("MANTRA_HOME", home.resolve("m").toString());
    return builder.start();
  }

  private void deleteIndex() throws IOException {
    var folder = home.resolve("m/cache");
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
