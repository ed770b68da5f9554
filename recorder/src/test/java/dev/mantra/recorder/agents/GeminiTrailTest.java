package dev.mantra.recorder.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.TranscriptContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeminiTrailTest {

  private static final String ID = "156d384b-9a61-4510-8b46-ab43b020391b";

  /** printf %s /home/ada/harbor_log.v2 | sha256sum */
  private static final String HASH =
      "11f5988e75388a148e22094a3067d1347c1d9c6f1372256bc8f04fe75ac3aff9";

  @TempDir Path temp;
  private AgentFiles files;

  @BeforeEach
  void begin() {
    files = new AgentFiles(temp);
  }

  @Test
  void theFolderThatNamesOursHasItsChats() {
    files.write("tmp/harbor-log/.project_root", 0, "/elsewhere/harbor_log.v2");
    files.write("tmp/harbor-log-1/.project_root", 0, AgentFiles.FOLDER);
    chat("tmp/harbor-log", 3);
    var own = chat("tmp/harbor-log-1", 3);
    assertEquals(List.of(Sighting.likely(own)), trail("gemini").look());
  }

  @Test
  void untilItIsThereTheFolderOfAllIsWatched() {
    var trail = trail("gemini");
    assertEquals(List.of(), trail.look());
    assertEquals(true, trail.folders().contains(temp.resolve("tmp")));
  }

  @Test
  void olderVersionsCallItByAHash() {
    var own = files.write("tmp/" + HASH + "/chats/session-2026-11-21T03-40-156d384b.json", 3, "{}");
    assertEquals(List.of(Sighting.likely(own)), trail("gemini").look());
  }

  @Test
  void chatsThatNobodyHasWrittenToSinceTheStartAreOthers() {
    files.write("tmp/harbor-log/.project_root", 0, AgentFiles.FOLDER);
    chat("tmp/harbor-log", -3);
    assertEquals(List.of(), trail("gemini").look());
  }

  @Test
  void theWordsMaySayTheId() {
    files.write("tmp/harbor-log/.project_root", 0, AgentFiles.FOLDER);
    var own = chat("tmp/harbor-log", 3);
    assertEquals(List.of(Sighting.certain(own)), trail("gemini", "--session-id", ID).look());
  }

  @Test
  void aChatThatHasLostItsFirstRecordIsKnownByItsName() {
    files.write("tmp/harbor-log/.project_root", 0, AgentFiles.FOLDER);
    var headless =
        files.write(
            "tmp/harbor-log/chats/session-2026-11-21T03-55-156d384b.jsonl",
            3,
            "{\"id\":\"m1\",\"type\":\"user\",\"content\":[]}");
    assertEquals(List.of(Sighting.likely(headless)), trail("gemini").look());
    assertEquals(List.of(Sighting.certain(headless)), trail("gemini", "--session-id", ID).look());
    assertEquals(
        Optional.of(TranscriptContext.of(headless.toString(), "156d384b")),
        trail("gemini").context(headless));
  }

  @Test
  void subAgentsAreFoundBesideTheirChat() {
    files.write("tmp/harbor-log/.project_root", 0, AgentFiles.FOLDER);
    var chat = chat("tmp/harbor-log", 3);
    var sub =
        files.write(
            "tmp/harbor-log/chats/" + ID + "/036cfe9e.jsonl",
            4,
            "{\"sessionId\":\"036cfe9e\",\"kind\":\"subagent\"}");
    var trail = trail("gemini");
    assertEquals(List.of(sub), trail.companions(chat));
    assertEquals(Optional.of(TranscriptContext.of(chat.toString(), ID)), trail.context(chat));
    assertEquals(
        Optional.of(
            new TranscriptContext(sub.toString(), ID, Optional.of(new SubAgent("036cfe9e", "")))),
        trail.context(sub));
  }

  private Path chat(String project, long seconds) {
    return files.write(
        project + "/chats/session-2026-11-21T03-55-156d384b.jsonl",
        seconds,
        "{\"sessionId\":\"" + ID + "\",\"kind\":\"main\"}");
  }

  private GeminiTrail trail(String... words) {
    return new GeminiTrail(files.process(Agent.GEMINI, words));
  }
}
