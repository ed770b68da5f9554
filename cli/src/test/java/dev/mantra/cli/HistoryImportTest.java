package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mantra import} of agents' conversations. */
final class HistoryImportTest {

  private static final String ID = "1b88a7a9-0000-4000-8000-000000000001";

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void start() {
    mantra = new TestProgram(home);
  }

  @Test
  void findsConversationsAndMakesThemSessions() throws IOException {
    claude(prompt("1", "08:00:01", "hello"), reply("2", "08:00:03", "hi there"));
    codex();
    var result = mantra.run("import");
    assertEquals(0, result.status(), result.err());
    assertEquals(
        "conversations: 2 new, 0 grown, 0 unchanged; messages: 4 new", lastLine(result.out()));
    assertTrue(result.out().contains(ID + ".jsonl (claude, 2 messages) 2026"), result.out());
    var list = mantra.run("ls").out();
    assertTrue(list.contains("claude  shop"), list);
    assertTrue(list.contains("codex   kiln"), list);
    assertTrue(list.contains("imported"), list);
  }

  @Test
  void importingAgainOnlyAddsWhatIsNew() throws IOException {
    var file = claude(prompt("1", "08:00:01", "hello"));
    mantra.run("import");
    assertEquals(
        "conversations: 0 new, 0 grown, 1 unchanged; messages: 0 new",
        lastLine(mantra.run("import").out()));
    Files.writeString(file, reply("2", "08:00:03", "hi there") + "\n", StandardOpenOption.APPEND);
    var result = mantra.run("import");
    assertTrue(result.out().startsWith("grown "), result.out());
    assertEquals(
        "conversations: 0 new, 1 grown, 0 unchanged; messages: 1 new", lastLine(result.out()));
  }

  @Test
  void aDryRunOnlySaysWhatItWouldDo() throws IOException {
    claude(prompt("1", "08:00:01", "hello"));
    var result = mantra.run("import", "--dry-run");
    assertTrue(result.out().startsWith("would import "), result.out());
    assertTrue(lastLine(result.out()).startsWith("conversations: 1 would be new"), result.out());
    assertFalse(Files.exists(mantra.sessions()));
  }

  @Test
  void agentsAndTimesChoose() throws IOException {
    claude(prompt("1", "08:00:01", "hello"));
    codex();
    var codex = mantra.run("import", "--dry-run", "--agent", "codex").out();
    assertTrue(codex.contains("(codex)") && !codex.contains("(claude)"), codex);
    var later = mantra.run("import", "--dry-run", "--since", "2100-01-01");
    assertEquals(1, later.status());
    assertEquals(2, mantra.run("import", "--agent", "clippy").status());
    assertTrue(mantra.run("import", "--agent", "clippy").err().contains("claude, codex, gemini"));
  }

  @Test
  void aCopiedHomeAndAFileCanBeNamed() throws IOException {
    var file = claude(prompt("1", "08:00:01", "hello"));
    var copy = Files.createDirectories(home.resolve("backup/somewhere"));
    Files.copy(file, copy.resolve(ID + ".jsonl"));
    Files.writeString(home.resolve("odd name.txt"), Files.readString(file));
    assertTrue(mantra.run("import", "backup").out().startsWith("imported "));
    var again = mantra.run("import", "odd name.txt");
    assertEquals(
        "conversations: 0 new, 0 grown, 1 unchanged; messages: 0 new", lastLine(again.out()));
    Files.createDirectories(home.resolve("empty"));
    var empty = mantra.run("import", "empty");
    assertEquals(1, empty.status());
    assertTrue(empty.err().contains("there is nothing to import in "), empty.err());
  }

  @Test
  void oddRecordsAreToldWithTheirPlaceAndNothingOfThemReachesTheTerminal() throws IOException {
    claude(
        prompt("1", "08:00:01", "hello"),
        "{\"type\":\"bad\\u001b]0;title\\u0007\",\"uuid\":\"9\"}",
        "no json \u001b[31m",
        reply("2", "08:00:03", "hi there"));
    var result = mantra.run("import");
    assertEquals(0, result.status());
    assertTrue(result.err().contains(ID + ".jsonl, byte "), result.err());
    assertTrue(result.err().contains("unknown: claude bad"), result.err());
    assertFalse(result.err().contains("\u001b"), result.err());
    assertTrue(lastLine(result.out()).endsWith("1 unreadable records"), result.out());
  }

  @Test
  void whereThereIsNothingItSaysSo() {
    var result = mantra.run("import");
    assertEquals(1, result.status());
    assertTrue(result.err().contains("there are no conversations"), result.err());
  }

  private Path claude(String... records) throws IOException {
    var project = Files.createDirectories(home.resolve(".claude/projects/-home-ada-shop"));
    return Files.writeString(project.resolve(ID + ".jsonl"), String.join("\n", records) + "\n");
  }

  private void codex() throws IOException {
    var id = "019a0000-0000-7000-8000-000000000002";
    var day = Files.createDirectories(home.resolve(".codex/sessions/2026/11/21"));
    Files.writeString(
        day.resolve("rollout-2026-11-21T09-00-00-" + id + ".jsonl"),
        """
        {"timestamp":"2026-11-21T09:00:00.000Z","type":"session_meta","payload":{"id":"%s",\
        "timestamp":"2026-11-21T09:00:00.000Z","cwd":"/home/ada/kiln","cli_version":"0.113.0"}}
        {"timestamp":"2026-11-21T09:00:01.000Z","type":"response_item","payload":{"type":"message",\
        "role":"user","content":[{"type":"input_text","text":"Fire it."}]}}
        {"timestamp":"2026-11-21T09:00:01.001Z","type":"event_msg","payload":{"type":"user_message",\
        "message":"Fire it."}}
        {"timestamp":"2026-11-21T09:00:02.000Z","type":"response_item","payload":{"type":"message",\
        "role":"assistant","content":[{"type":"output_text","text":"Fired."}]}}
        """
            .formatted(id));
  }

  private static String prompt(String id, String time, String text) {
    return record("user", id, time)
        + ",\"promptSource\":\"typed\",\"message\":{\"role\":\"user\",\"content\":\""
        + text
        + "\"}}";
  }

  private static String reply(String id, String time, String text) {
    return record("assistant", id, time)
        + ",\"message\":{\"id\":\"msg"
        + id
        + "\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\""
        + text
        + "\"}]}}";
  }

  private static String record(String type, String id, String time) {
    return "{\"type\":\"%s\",\"uuid\":\"%s\",\"sessionId\":\"%s\",\"cwd\":\"/home/ada/shop\",\"timestamp\":\"2026-11-21T%sZ\",\"version\":\"2.1.329\""
        .formatted(type, id, ID, time);
  }

  private static String lastLine(String text) {
    return text.lines().reduce("", (_, line) -> line);
  }
}
