package dev.mantra.recorder.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mantra.formats.journal.Store;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Homes of all agents with forks, resumed and rewound conversations, sub-agents and compacted
 * histories, against what a program that knows nothing of the parsers counts in the same files.
 */
final class InventedHomesTest {

  @TempDir Path temp;

  static List<InventedHome> homes() throws IOException {
    return InventedHome.all();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void holdsWhatTheFilesSay(InventedHome home) throws IOException, SQLException {
    home.build(user().folder());
    user().importAll();
    assertEquals(home.expected(), user().rows(home.name()));
  }

  @ParameterizedTest
  @MethodSource("homes")
  void importingAgainAddsNothing(InventedHome home) throws IOException, SQLException {
    home.build(user().folder());
    user().importAll();
    for (var outcome : user().importAll()) {
      assertInstanceOf(Outcome.Unchanged.class, outcome);
    }
    // Without the index everything is looked at.
    Files.delete(user().state().resolve("imports.jsonl"));
    user().importAll();
    assertEquals(home.expected(), user().rows(home.name()));
  }

  /** Lines come in pieces when an agent is resumed, and the last one may be torn. */
  @ParameterizedTest
  @MethodSource("homes")
  void aHomeThatGrewMeanwhileHoldsTheSame(InventedHome home) throws IOException, SQLException {
    home.build(user().folder());
    for (int percent : List.of(30, 60)) {
      for (var log : home.logs()) {
        cut(user().folder().resolve(log), percent);
      }
      user().importAll();
      home.files().keySet().forEach(path -> user().folder().resolve(path).toFile().delete());
      home.build(user().folder());
    }
    user().importAll();
    assertEquals(home.expected(), user().rows(home.name()));
  }

  @Test
  void aRolloutThatCodexHasCompressedIsTheSameConversation() throws IOException, SQLException {
    var home = homes().stream().filter(one -> one.name().equals("codex-0.169-turns")).findFirst();
    home.orElseThrow().build(user().folder());
    compressRollouts();
    user().importAll();
    assertEquals(home.orElseThrow().expected(), user().rows("codex-0.169-turns"));
  }

  @Test
  void aRolloutThatIsCompressedAfterItsImportAddsNothing() throws IOException, SQLException {
    var home = homes().stream().filter(one -> one.name().equals("codex-0.169-turns")).findFirst();
    home.orElseThrow().build(user().folder());
    user().importAll();
    compressRollouts();
    user().importAll();
    assertEquals(home.orElseThrow().expected(), user().rows("codex-0.169-turns"));
  }

  @Test
  void everyHomeIsExpectedToHoldSomething() throws IOException {
    for (var home : homes()) {
      assertFalse(home.expected().isEmpty(), home.name());
    }
  }

  /** As of a day later, so that it is noticed even when the size is the same. */
  private static void cut(Path log, int percent) throws IOException {
    var bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length * percent / 100));
    Files.setLastModifiedTime(log, FileTime.from(Instant.parse("2026-05-05T00:00:00Z")));
  }

  private void compressRollouts() throws IOException {
    List<Path> rollouts;
    try (var files = Files.walk(user().folder().resolve(".codex/sessions"))) {
      rollouts = files.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
    for (var rollout : rollouts) {
      var compressed = rollout.resolveSibling(rollout.getFileName() + ".zst");
      try (var out = new ZstdOutputStream(Files.newOutputStream(compressed))) {
        Files.copy(rollout, out);
      }
      Files.delete(rollout);
    }
  }

  private AgentsUser user() {
    return new AgentsUser(
        temp.resolve("home"), temp.resolve("state"), new Store(temp.resolve("sessions")));
  }
}
