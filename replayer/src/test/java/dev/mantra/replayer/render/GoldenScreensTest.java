package dev.mantra.replayer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code golden} is a case, as {@code mantra screen --golden} writes them: {@code
 * input} is fed to a terminal, and the screen then looks like {@code screen.txt}, {@code
 * screen.json} and so on. {@code size} begins with columns and rows; a further line is a later
 * size: {@code OFFSET COLUMNS ROWS}, where the offset is the number of bytes before it.
 *
 * <p>{@code -Dmantra.golden=write} writes the screens anew, to be looked at before they are
 * believed.
 */
class GoldenScreensTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  @TestFactory
  Stream<DynamicTest> everyCaseLooksAsItShould() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      var cases = folders.sorted().toList();
      assertTrue(cases.size() >= 5, "too few cases in " + FOLDER.toAbsolutePath());
      return cases.stream()
          .flatMap(
              folder ->
                  Stream.of(ScreenFormat.values())
                      .map(
                          format ->
                              DynamicTest.dynamicTest(
                                  folder.getFileName() + " as " + format.label(),
                                  () -> check(folder, format))));
    }
  }

  private static void check(Path folder, ScreenFormat format) throws IOException {
    var file = folder.resolve("screen." + format.extension());
    var out = new ByteArrayOutputStream();
    format.renderer().render(play(folder), out);
    if ("write".equals(System.getProperty("mantra.golden"))) {
      Files.write(file, out.toByteArray());
    }
    assertEquals(Files.readString(file), out.toString(StandardCharsets.UTF_8), file.toString());
  }

  private static Terminal play(Path folder) throws IOException {
    var sizes = Files.readAllLines(folder.resolve("size"));
    var first = numbers(sizes.getFirst());
    var terminal = new Terminal(first[0], first[1]);
    byte[] input = Files.readAllBytes(folder.resolve("input"));
    int fed = 0;
    for (var line : sizes.subList(1, sizes.size())) {
      var later = numbers(line);
      terminal.feed(input, fed, later[0]);
      terminal.resize(later[1], later[2]);
      fed = later[0];
    }
    terminal.feed(input, fed, input.length);
    return terminal;
  }

  private static int[] numbers(String line) {
    return Stream.of(line.split(" ", 3)).mapToInt(Integer::parseInt).toArray();
  }
}
