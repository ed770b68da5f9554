package dev.mantra.recorder.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.recorder.agents.Sighting.Certainty;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodexTrailTest {

  private static final String ONE = "01a1fc42-0000-7212-a625-111111111111";
  private static final String TWO = "01a1fc43-0000-7212-a625-222222222222";
  private static final String OLD_DAY = "sessions/2026/10/01/";

  private final String today =
      "sessions/"
          + LocalDate.now(ZoneId.systemDefault())
              .format(DateTimeFormatter.ofPattern("yyyy/MM/dd/"));

  @TempDir Path temp;
  private AgentFiles files;

  @BeforeEach
  void begin() {
    files = new AgentFiles(temp);
  }

  @Test
  void aRolloutOfItsFolderThatIsYoungerMayBeIts() {
    var own = rollout(today, ONE, 3, AgentFiles.FOLDER, "codex-tui");
    rollout(today, TWO, -3, AgentFiles.FOLDER, "codex-tui");
    assertEquals(List.of(Sighting.likely(own)), trail("codex").look());
  }

  @Test
  void aRolloutOfAnotherFolderOrOfAnEditorIsDoubtful() {
    var elsewhere = rollout(today, ONE, 3, "/home/ada/other", "codex-tui");
    assertEquals(List.of(new Sighting(elsewhere, Certainty.DOUBTFUL)), trail("codex").look());
    var editors = rollout(today, TWO, 3, AgentFiles.FOLDER, "codex_vscode");
    assertEquals(
        List.of(new Sighting(editors, Certainty.DOUBTFUL)),
        trail("codex", "--cd", "/nowhere").look().stream()
            .filter(one -> one.file().equals(editors))
            .toList());
  }

  @Test
  void theFolderMayBeGivenToIt() {
    var own = rollout(today, ONE, 3, "/home/ada/kiln", "codex_exec");
    assertEquals(List.of(Sighting.likely(own)), trail("codex", "-C", "../kiln").look());
  }

  @Test
  void aRolloutWithoutItsFirstLineIsLookedAtAgain() {
    var trail = trail("codex");
    var name = today + "rollout-2026-11-21T04-00-00-" + ONE + ".jsonl";
    files.write(name, 3);
    assertEquals(List.of(), trail.look());
    rollout(today, ONE, 4, AgentFiles.FOLDER, "codex-tui");
    assertEquals(1, trail.look().size());
  }

  @Test
  void aThreadThatIsGoneOnWithIsKnownByTheWordsWithAllItsParts() {
    var first = rollout(OLD_DAY, ONE, -9, AgentFiles.FOLDER, "codex-tui");
    var second = rollout(OLD_DAY, ONE + "_" + TWO, -5, AgentFiles.FOLDER, "codex-tui");
    assertEquals(
        List.of(Sighting.certain(first), Sighting.certain(second)),
        trail("codex", "resume", ONE).look());
    assertEquals(List.of(second), trail("codex").companions(first));
  }

  @Test
  void theLogOfPromptsTellsOfAThreadThatIsGoneOnWith() {
    var file = rollout(OLD_DAY, ONE, -9, AgentFiles.FOLDER, "codex-tui");
    var trail = trail("codex", "resume", "--last");
    logged(TWO, -60);
    assertEquals(List.of(), trail.look());
    logged(ONE, 5);
    assertEquals(List.of(Sighting.likely(file)), trail.look());
  }

  @Test
  void whoHasARolloutOpenWritesIt() throws IOException {
    var name = today + "rollout-2026-11-21T04-00-00-" + ONE + ".jsonl";
    var file = files.write(name, 3);
    var line = "exec 3>>'" + file + "'; read -r";
    try (var writer = StartedProcess.doing(line, temp, Map.of())) {
      var process =
          new AgentProcess(
              Agent.CODEX,
              new ProcessTable.Stamp(writer.pid(), 1, 1),
              AgentFiles.STARTED,
              List.of("codex"),
              temp,
              AgentFiles.FOLDER);
      var trail = new CodexTrail(process, new ProcessTable(Path.of("/proc")));
      long begin = System.nanoTime();
      while (trail.look().isEmpty() && System.nanoTime() - begin < 20_000_000_000L) {
        Thread.onSpinWait();
      }
      assertEquals(List.of(Sighting.certain(file)), trail.look());
    }
  }

  @Test
  void aSubAgentsRolloutGoesWithTheThreadThatAPersonTalksIn() {
    var main = rollout(today, ONE, 3, AgentFiles.FOLDER, "codex-tui");
    var sub =
        files.write(
            today + "rollout-2026-11-21T04-00-09-" + TWO + ".jsonl",
            4,
            "{\"type\":\"session_meta\",\"payload\":{\"id\":\"%s\",\"session_id\":\"%s\",\"parent_thread_id\":\"%s\"}}"
                .formatted(TWO, ONE, ONE));
    var trail = trail("codex");
    assertEquals(List.of(Sighting.likely(main)), trail.look());
    assertEquals(List.of(sub), trail.companions(main));
    assertEquals(
        Optional.of(new TranscriptContext(sub.toString(), ONE, Optional.of(new SubAgent(TWO, "")))),
        trail.context(sub));
    assertEquals(Optional.of(TranscriptContext.of(main.toString(), ONE)), trail.context(main));
  }

  private Path rollout(String day, String thread, long seconds, String folder, String program) {
    return files.write(
        day + "rollout-2026-11-21T04-00-00-" + thread + ".jsonl",
        seconds,
        "{\"type\":\"session_meta\",\"payload\":{\"id\":\"%s\",\"cwd\":\"%s\",\"originator\":\"%s\"}}"
            .formatted(thread.substring(0, 36), folder, program));
  }

  private void logged(String thread, long seconds) {
    files.write(
        "history.jsonl",
        seconds,
        "{\"session_id\":\"%s\",\"ts\":%d,\"text\":\"hello\"}"
            .formatted(thread, AgentFiles.STARTED.plusSeconds(seconds).getEpochSecond()));
  }

  private CodexTrail trail(String... words) {
    return new CodexTrail(files.process(Agent.CODEX, words), new ProcessTable(Path.of("/proc")));
  }
}
