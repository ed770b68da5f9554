package dev.mantra.recorder.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.transcript.Agent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentProcessesTest {

  private static final String SESSION = "20261121T024836Z-bash-7k3f9x";

  @TempDir Path temp;
  private Path folder;
  private Map<String, String> environment;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("proj_1 é"));
    environment = Map.of("HOME", temp.toString(), "MANTRA_SESSION", SESSION);
  }

  @Test
  void anAgentOfTheSessionIsKnownWithItsWordsFolderAndHome() {
    try (var agent =
        StartedProcess.called(List.of("claude", "--resume", "x"), folder, environment)) {
      var processes = strangers();
      await(() -> !look(processes).isEmpty());
      var found = processes.inSession().getFirst();
      assertEquals(Agent.CLAUDE, found.agent());
      assertEquals(agent.pid(), found.pid());
      assertEquals(List.of("--resume", "x"), found.words().subList(3, 5));
      assertEquals(folder.toString(), found.folder());
      assertEquals(temp.resolve(".claude"), found.home());
      var age = Duration.between(found.started(), Instant.now());
      assertTrue(age.toMillis() >= -20 && age.toSeconds() < 60, age.toString());
    }
  }

  @Test
  void theEnvironmentSaysWhereAnAgentKeepsItsThings() {
    var elsewhere = Map.of("MANTRA_SESSION", SESSION, "CODEX_HOME", "/elsewhere/./x");
    try (var _ = StartedProcess.called(List.of("codex"), folder, elsewhere)) {
      var processes = strangers();
      await(() -> !look(processes).isEmpty());
      assertEquals(Path.of("/elsewhere/x"), processes.inSession().getFirst().home());
    }
  }

  @Test
  void anAgentIsKnownByItsParentsWhenItsEnvironmentSaysNothing() {
    var line = "(exec env -i HOME=" + temp + " bash -c 'exec -a claude bash -c \"read -r\"'); :";
    try (var shell = StartedProcess.doing(line, folder, Map.of())) {
      var processes = descendantsOf(shell.pid());
      await(() -> !look(processes).isEmpty());
      assertEquals(Agent.CLAUDE, processes.inSession().getFirst().agent());
      assertEquals(List.of(), look(strangers()));
    }
  }

  @Test
  void anAgentThatHasLeftItsParentsIsKnownByItsEnvironment() {
    var line = "(setsid bash -c 'exec -a gemini sleep 300' &) ; exec sleep 300";
    try (var shell = StartedProcess.doing(line, folder, environment)) {
      var processes = strangers();
      await(() -> !look(processes).isEmpty());
      var orphan = processes.inSession().getFirst();
      assertEquals(Agent.GEMINI, orphan.agent());
      assertFalse(
          ProcessHandle.of(shell.pid())
              .orElseThrow()
              .descendants()
              .anyMatch(one -> one.pid() == orphan.pid()));
      ProcessHandle.of(orphan.pid()).orElseThrow().destroyForcibly();
    }
  }

  @Test
  void aShellThatBecomesAnAgentLaterIsNoticed() throws IOException {
    var line = "read -r; exec -a codex bash -c 'read -r'";
    try (var shell = StartedProcess.doing(line, folder, environment)) {
      var processes = strangers();
      assertEquals(List.of(), look(processes));
      shell.type("");
      await(() -> !look(processes).isEmpty());
      assertEquals(shell.pid(), processes.inSession().getFirst().pid());
    }
  }

  @Test
  void anAgentThatHasEndedIsGone() {
    var processes = strangers();
    try (var _ = StartedProcess.called(List.of("claude"), folder, environment)) {
      await(() -> !look(processes).isEmpty());
    }
    await(() -> look(processes).isEmpty());
  }

  @Test
  void twoAtOnceAreTwo() {
    try (var _ = StartedProcess.called(List.of("claude"), folder, environment);
        var _ = StartedProcess.called(List.of("claude"), folder, environment)) {
      var processes = strangers();
      await(() -> look(processes).size() == 2);
    }
  }

  @Test
  void oneBesideTheSessionInTheSameFolderIsARival() throws IOException {
    var other = Files.createDirectory(temp.resolve("other"));
    var stranger = Map.of("HOME", temp.toString());
    var processes = strangers();
    try (var _ = StartedProcess.called(List.of("claude"), folder, environment);
        var _ = StartedProcess.called(List.of("claude"), other, stranger);
        var _ = StartedProcess.called(List.of("gemini"), folder, stranger)) {
      await(() -> !look(processes).isEmpty());
      settle(processes);
      assertFalse(processes.hasRival(processes.inSession().getFirst()));
      try (var _ = StartedProcess.called(List.of("claude"), folder, stranger)) {
        await(
            () ->
                !look(processes).isEmpty() && processes.hasRival(processes.inSession().getFirst()));
      }
    }
  }

  @Test
  void oneThatIsGoneWasARivalOfThoseThatRanBesideIt() {
    var stranger = Map.of("HOME", temp.toString());
    var processes = strangers();
    try (var _ = StartedProcess.called(List.of("claude"), folder, environment)) {
      await(() -> !look(processes).isEmpty());
      var early = processes.inSession().getFirst();
      try (var _ = StartedProcess.called(List.of("claude"), folder, stranger)) {
        await(
            () -> {
              processes.look();
              return processes.hasRival(early);
            });
      }
      settle(processes);
      assertTrue(processes.hasRival(early));
      var late =
          new AgentProcess(
              early.agent(),
              early.stamp(),
              Instant.now(),
              early.words(),
              early.home(),
              early.folder());
      assertFalse(processes.hasRival(late));
    }
  }

  @Test
  void forCodexOneInAnyFolderIsARival() throws IOException {
    var other = Files.createDirectory(temp.resolve("other"));
    var processes = strangers();
    try (var _ = StartedProcess.called(List.of("codex"), folder, environment);
        var _ = StartedProcess.called(List.of("codex"), other, Map.of("HOME", temp.toString()))) {
      await(
          () -> !look(processes).isEmpty() && processes.hasRival(processes.inSession().getFirst()));
    }
  }

  /** Processes none of which is a child of ours: only their environment tells. */
  private static AgentProcesses strangers() {
    return descendantsOf(-1);
  }

  private static AgentProcesses descendantsOf(long pid) {
    return new AgentProcesses(
        new ProcessTable(Path.of("/proc")), InstantSource.system(), pid, SESSION);
  }

  private static List<AgentProcess> look(AgentProcesses processes) {
    processes.look();
    return processes.inSession();
  }

  /** What was started before has become what it is by then. */
  private static void settle(AgentProcesses processes) {
    for (int i = 0; i < 20; i++) {
      pause();
      processes.look();
    }
  }

  private static void await(BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - begin < 30_000_000_000L, "in vain");
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
