package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.redactor.HashedValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecSecretsTest {

  @TempDir Path folder;

  @Test
  void filesOfVariablesAreLookedForUpToTheRepositorysFolder() throws IOException {
    var repository = Files.createDirectories(folder.resolve("shop"));
    Files.createDirectory(repository.resolve(".git"));
    var below = Files.createDirectories(repository.resolve("web/app"));
    variable(folder, "DB_PASSWORD", "outside-7-boats");
    variable(repository, "DB_PASSWORD", "inside-7-harbors");
    variable(below, "API_TOKEN", "below-77-lamps");
    assertEquals(List.of(14, 16), lengths(below));
  }

  @Test
  void withoutARepositoryOnlyTheWorkingFolderCounts() throws IOException {
    var below = Files.createDirectories(folder.resolve("web"));
    variable(folder, "DB_PASSWORD", "outside-7-boats");
    variable(below, "API_TOKEN", "below-77-lamps");
    assertEquals(List.of(14), lengths(below));
  }

  private static void variable(Path folder, String name, String value) throws IOException {
    Files.writeString(folder.resolve(".env"), name + "=" + value + "\n");
  }

  /** How long the values are that were found; those of other notations are longer. */
  private static List<Integer> lengths(Path folder) {
    return RecSecrets.hashes(Map.of(), folder).stream()
        .map(HashedValue::length)
        .filter(length -> length <= 16)
        .distinct()
        .sorted()
        .toList();
  }
}
