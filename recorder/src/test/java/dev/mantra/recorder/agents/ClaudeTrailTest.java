package dev.mantra.recorder.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.TranscriptContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeTrailTest {

  private static final String PROJECT = "projects/-home-ada-harbor-log-v2/";
  private static final String ONE = "11111111-1111-4111-8111-111111111111";
  private static final String TWO = "22222222-2222-4222-8222-222222222222";

  @TempDir Path temp;
  private AgentFiles files;

  @BeforeEach
  void begin() {
    files = new AgentFiles(temp);
  }

  @Test
  void theRegistrySaysWhichTranscriptAProcessHasBeforeItIsThere() {
    var trail = trail("claude");
    register(ONE, "4711");
    assertEquals(List.of(Sighting.certain(temp.resolve(PROJECT + ONE + ".jsonl"))), trail.look());
  }

  @Test
  void theRegistryIsFollowedWhenTheProcessTurnsToAnotherConversation() {
    var trail = trail("claude", "--resume", ONE);
    files.write(PROJECT + ONE + ".jsonl", 5, "{}");
    register(ONE, "4711");
    trail.look();
    register(TWO, "4711");
    assertEquals(List.of(Sighting.certain(temp.resolve(PROJECT + TWO + ".jsonl"))), trail.look());
  }

  @Test
  void theLastWordOfTheRegistryCountsWhenTheProcessHasLeftIt() throws Exception {
    var trail = trail("claude");
    register(ONE, "4711");
    var seen = trail.look();
    java.nio.file.Files.delete(temp.resolve("sessions").resolve((1L << 40) + ".json"));
    assertEquals(seen, trail.look());
  }

  @Test
  void anEntryOfAnEarlierProcessWithTheSameNumberSaysNothing() {
    var trail = trail("claude");
    register(ONE, "4710");
    assertEquals(List.of(), trail.look());
  }

  @Test
  void anEntryThatNamesNoSessionSaysNothing() {
    var trail = trail("claude");
    register("../../../etc/passwd", "4711");
    assertEquals(List.of(), trail.look());
  }

  @Test
  void wordsSayWhichTranscriptItIs() {
    var one = List.of(Sighting.certain(temp.resolve(PROJECT + ONE + ".jsonl")));
    assertEquals(one, trail("claude", "--session-id", ONE).look());
    assertEquals(one, trail("claude", "--session-id=" + ONE).look());
    assertEquals(one, trail("claude", "-r", ONE).look());
    assertEquals(List.of(), trail("claude", "--resume", ONE, "--fork-session").look());
    assertEquals(List.of(), trail("claude", "--resume", "the buoys").look());
  }

  @Test
  void withoutARegistryWhatWasWrittenSinceTheStartMayBeIts() {
    files.write(PROJECT + ONE + ".jsonl", 3, "{}");
    files.write(PROJECT + TWO + ".jsonl", -3, "{}");
    files.write(PROJECT + "agent-a1b2c3d.jsonl", 3, "{}");
    files.write("projects/-home-ada-other/" + TWO + ".jsonl", 3, "{}");
    assertEquals(
        List.of(Sighting.likely(temp.resolve(PROJECT + ONE + ".jsonl"))), trail("claude").look());
  }

  @Test
  void aVersionThatHasARegistryIsWaitedFor() {
    files.write("sessions/1.json", 3, "{}");
    files.write(PROJECT + ONE + ".jsonl", 3, "{}");
    assertEquals(List.of(), trail("claude").look());
  }

  @Test
  void subAgentsAreFoundBelowTheirSession() {
    var transcript = files.write(PROJECT + ONE + ".jsonl", 3, "{}");
    var sub =
        files.write(
            PROJECT + ONE + "/subagents/agent-a0123456789abcdef.jsonl",
            4,
            "{\"sessionId\":\"" + ONE + "\"}");
    files.write(
        PROJECT + ONE + "/subagents/agent-a0123456789abcdef.meta.json",
        4,
        "{\"toolUseId\":\"toolu_1\"}");
    var trail = trail("claude");
    register(ONE, "4711");
    trail.look();
    assertEquals(List.of(sub), trail.companions(transcript));
    assertEquals(
        Optional.of(
            new TranscriptContext(
                sub.toString(), ONE, Optional.of(new SubAgent("a0123456789abcdef", "toolu_1")))),
        trail.context(sub));
    assertTrue(trail.folders().contains(sub.getParent()));
  }

  @Test
  void subAgentsOfOlderVersionsAreFoundBesideTheirSession() {
    var transcript = files.write(PROJECT + ONE + ".jsonl", 3, "{}");
    var sub = files.write(PROJECT + "agent-a1b2c3d.jsonl", 4, "{\"sessionId\":\"" + ONE + "\"}");
    files.write(PROJECT + "agent-a1b2c3e.jsonl", 4, "{\"sessionId\":\"" + TWO + "\"}");
    files.write(PROJECT + "agent-a1b2c3f.jsonl", -4, "{\"sessionId\":\"" + ONE + "\"}");
    assertEquals(List.of(sub), trail("claude").companions(transcript));
  }

  private void register(String session, String ticks) {
    var entry = "sessions/" + (1L << 40) + ".json";
    try {
      java.nio.file.Files.deleteIfExists(temp.resolve(entry));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    files.write(
        entry,
        1,
        "{\"pid\":1,\"sessionId\":\"%s\",\"cwd\":\"%s\",\"procStart\":\"%s\"}"
            .formatted(session, AgentFiles.FOLDER, ticks));
  }

  private ClaudeTrail trail(String... words) {
    return new ClaudeTrail(files.process(Agent.CLAUDE, words), new ProcessTable(Path.of("/proc")));
  }
}
