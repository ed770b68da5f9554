package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.journal.Store;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rec} has to work without the libraries that would make its start slow. */
final class FastPathTest {

  private static final List<String> SLOW =
      List.of("picocli", "jline", "jackson-dataformat", "jackson-databind", "jackson-annotations");

  @TempDir Path home;
  private String said = "";

  @Test
  void recNeedsNeitherPicocliNorJlineNorAToml() throws Exception {
    assertEquals(7, run("rec", "-qt", "A title", "--", "sh", "-c", "exit 7"));
    var session = new Store(home.resolve("m/data/sessions")).find("last");
    assertEquals("A title", session.summary().title().orElseThrow());
  }

  @Test
  void theOtherCommandsDo() throws Exception {
    // Otherwise the test above would show nothing.
    run("ls");
    assertTrue(said.contains("NoClassDefFoundError"), said);
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    var classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> SLOW.stream().noneMatch(Path.of(entry).toString()::contains))
            .collect(Collectors.joining(File.pathSeparator));
    var command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "@" + Path.of("../native-config/jvm.options").toAbsolutePath().normalize(),
                    "-cp",
                    classPath,
                    Main.class.getName()),
                Arrays.stream(arguments))
            .toList();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("MANTRA_HOME", home.resolve("m").toString());
    builder.environment().keySet().removeAll(List.of("MANTRA_REC", "MANTRA_SESSION"));
    var process = builder.start();
    process.getOutputStream().close();
    said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), said);
    return process.exitValue();
  }
}
