package dev.mantra.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code golden} is a case: {@code input} is fed to a terminal of the {@code size}
 * (columns and rows), which then shows {@code screen.txt}: its rows, and the cursor's row and
 * column from 0.
 */
class GoldenTest {
  @ParameterizedTest
  @MethodSource("cases")
  void showsTheScreen(Path folder) throws IOException {
    Terminal terminal = play(folder, 1 << 20);
    assertEquals(Files.readString(folder.resolve("screen.txt")), show(terminal));
    assertEquals(Optional.empty(), terminal.screen().verify());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void showsTheScreenWhenFedByteByByte(Path folder) throws IOException {
    assertEquals(Files.readString(folder.resolve("screen.txt")), show(play(folder, 1)));
  }

  @Test
  void everyFolderIsAWholeCase() throws IOException, URISyntaxException {
    for (Path folder : cases().toList()) {
      for (String file : List.of("input", "size", "screen.txt")) {
        assertTrue(Files.isRegularFile(folder.resolve(file)), folder + " has no " + file);
      }
    }
  }

  static Stream<Path> cases() throws IOException, URISyntaxException {
    var root = Path.of(Objects.requireNonNull(GoldenTest.class.getResource("/golden")).toURI());
    try (Stream<Path> folders = Files.list(root)) {
      return folders.sorted().toList().stream();
    }
  }

  private static Terminal play(Path folder, int chunk) throws IOException {
    List<String> size = List.of(Files.readString(folder.resolve("size")).strip().split(" ", 2));
    var terminal = new Terminal(Integer.parseInt(size.get(0)), Integer.parseInt(size.get(1)));
    byte[] input = Files.readAllBytes(folder.resolve("input"));
    for (int i = 0; i < input.length; i += chunk) {
      terminal.feed(input, i, Math.min(input.length, i + chunk));
    }
    return terminal;
  }

  private static String show(Terminal terminal) {
    return terminal.text()
        + "\ncursor "
        + terminal.cursorRow()
        + " "
        + terminal.cursorColumn()
        + "\n";
  }
}
