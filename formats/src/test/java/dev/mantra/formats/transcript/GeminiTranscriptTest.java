package dev.mantra.formats.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GeminiTranscriptTest extends TranscriptParserContract {

  private static final String SESSION = "9e000000-0000-4000-8000-0000000000e9";

  private final Told told = new Told();

  @Override
  List<String> files() {
    return List.of(
        "gemini/0.61-turns.jsonl",
        "gemini/0.61-refused.jsonl",
        "gemini/0.61-rewound.jsonl",
        "gemini/0.61-compressed.jsonl");
  }

  @Override
  TranscriptParser parser(String file, TranscriptSink sink) {
    return new GeminiTranscript(TranscriptContext.of(file, SESSION), sink);
  }

  @Test
  void aMessageIsWrittenAgainWhenItsCallsAreOver() throws IOException {
    read("0.61-turns.jsonl");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/garden
        USER 08:00:01 | Sow something.
        THINKING 08:00:02 | Planning\\nPeas first.
        ASSISTANT 08:00:02 | Peas, then.
        TOOL 08:00:02 | write_file {"file_path":"/home/ada/garden/beds.txt","content":"peas\\n"}
        +TOOL 08:00:03 | DONE Created. | ADDED /home/ada/garden/beds.txt @@ -0,0 +1,1 @@\\n+peas\\n
        TOOL 08:00:02 | run_shell_command {"command":"weed"}
        +TOOL 08:00:03.500 | FAILED 4 Output: no weeds\\nExit Code: 4
        TOOL 08:00:02 | invoke_agent {"prompt":"Look for slugs."}
        +TOOL 08:00:03.900 | DONE None.
        PROGRESS 08:00:03.900 | success
        ASSISTANT 08:00:05 | Sown.
        USER 08:00:06 | !ls
        SYSTEM 08:00:06 | beds.txt
        USER 08:00:07 | Water @beds.txt
        SYSTEM 08:00:08 | Request cancelled.
        SYSTEM 08:00:08.100 | [API Error: no water]
        SUMMARY | titled Peas
        """);
    assertEquals(List.of("hail", "member compost"), told.unknown);
    assertEquals(Optional.of(new SubAgent("51u6", "i_3")), entry("i_3/agent").subAgent());
    assertEquals(Optional.of("model-g"), entry("g1").model());
  }

  @Test
  void theTokensOfAReplyAreCountedOnce() throws IOException {
    read("0.61-turns.jsonl");

    assertEquals(
        List.of(new Usage(60, 40, 0, 25, 5), new Usage(60, 40, 0, 25, 5)),
        told.entries.stream().map(Entry::usage).filter(usage -> !usage.isNone()).toList());
  }

  @Test
  void anEditHasTheTextsThatTheTranscriptKeeps() throws IOException {
    read("0.61-turns.jsonl");

    var edit =
        told.entries.stream()
            .flatMap(entry -> entry.blocks().stream())
            .filter(Block.Edit.class::isInstance)
            .map(Block.Edit.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.empty(), edit.before());
    assertEquals(Optional.of("peas\n"), edit.after());
  }

  @Test
  void aHistoryThatIsWrittenOnceMoreWithNewIdsDoublesNothing() throws IOException {
    read("0.61-refused.jsonl");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/garden
        USER 08:00:01 | Sow something.
        ASSISTANT 08:00:02 | Peas, then.
        TOOL 08:00:02 | write_file {"file_path":"/home/ada/garden/beds.txt","content":"peas\\n"}
        +TOOL 08:00:03 | DONE Created. | ADDED /home/ada/garden/beds.txt @@ -0,0 +1,1 @@\\n+peas\\n
        ASSISTANT 08:00:05 | Sown.
        USER 08:00:06 | Sow something.
        SYSTEM 08:00:06.500 | Request cancelled.
        USER 08:00:07 | Dig.
        ASSISTANT 08:00:07.500 | Like this:
        TOOL 08:00:07.500 | run_shell_command {"command":"dig"}
        +TOOL 08:00:07.900 | REFUSED [Operation Cancelled] Reason: User denied execution.
        SYSTEM 08:00:08 | Request cancelled.
        USER 08:00:09 | Sow something.
        ASSISTANT 08:00:09.500 | Beans.
        """);
  }

  @Test
  void aStepBackAbandonsWhatCameAfterTheEntryItGoesBackTo() throws IOException {
    read("0.61-rewound.jsonl");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/garden
        USER 08:00:01 | One?
        ASSISTANT 08:00:02 | First.
        USER 08:00:03 | Two?
        ASSISTANT 08:00:04 | Second.
        SYSTEM | back to g1
        USER 08:00:06 | Two?
        ASSISTANT 08:00:07 | Again.
        """);
  }

  @Test
  void whatWasCompressedStaysAndItsSummaryIsNoPrompt() throws IOException {
    read("0.61-compressed.jsonl");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/garden
        USER 08:00:01 | One?
        ASSISTANT 08:00:02 | First.
        USER 08:00:03 | Two?
        ASSISTANT 08:00:04 | Second.
        SUMMARY 08:00:08 | <state_snapshot>\\n<overall_goal>Two answers.</overall_goal>\\n</state_snapshot>
        USER 08:00:09 | One?
        ASSISTANT 08:00:10 | Once more.
        """);
  }

  @Test
  void ofADocumentThatIsWrittenAnewOnlyTheChangesAreTold() throws IOException {
    var parser = parser("session.json", told);
    Told.read("gemini/0.8-first.json", parser);
    Told.read("gemini/0.26-second.json", parser);
    Told.read("gemini/0.26-third.json", parser);
    Told.read("gemini/0.26-third.json", parser);

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in
        USER 08:00:01 | Sow something.
        THINKING 08:00:02 | Planning\\nPeas first.
        ASSISTANT 08:00:02 | Peas, then.
        TOOL 08:00:02 | write_file {"file_path":"/home/ada/garden/beds.txt","content":"peas\\n"}
        +TOOL 08:00:03 | DONE Created. | ADDED /home/ada/garden/beds.txt @@ -0,0 +1,1 @@\\n+peas\\n
        TOOL 08:00:02 | run_shell_command {"command":"weed"}
        +TOOL 08:00:05 | FAILED 4 Output: no weeds\\nExit Code: 4
        USER 08:00:06 | Sow something.
        SUMMARY | titled Peas
        =ASSISTANT 08:00:02 | Peas, then. Sown.
        ASSISTANT 08:00:07 | Beans.
        """);
  }

  @Test
  void theFileOfASubAgentBelongsToTheConversationThatStartedIt() throws IOException {
    var agent = new SubAgent("51u6", "i_3");
    var context = new TranscriptContext("51u6.jsonl", SESSION, Optional.of(agent));
    Told.read("gemini/0.61-agent.jsonl", new GeminiTranscript(context, told));

    told.assertShown(
        Told::content,
        """
        USER 08:00:03.600 | Look for slugs.
        ASSISTANT 08:00:03.800 | None.
        """);
    for (var entry : told.entries) {
      assertEquals(SESSION, entry.conversation());
      assertEquals(Optional.of(agent), entry.subAgent());
    }
  }

  @Test
  void theLogOfPromptsIsOneArray() {
    var element =
        """
        {"sessionId":"s","messageId":0,"type":"user","message":"/compress","timestamp":"2026-05-04T08:00:00.100Z"}
        """;
    var prompt = GeminiPromptLog.read(ClaudeTranscriptTest.record(element)).orElseThrow();
    assertEquals("s", prompt.conversation());
    assertEquals("/compress", prompt.text());
    assertEquals(
        Optional.empty(), GeminiPromptLog.read(ClaudeTranscriptTest.record("{\"type\":\"x\"}")));
  }

  private void read(String name) throws IOException {
    Told.read("gemini/" + name, parser(name, told));
  }

  private Entry entry(String id) {
    return told.entries.stream().filter(entry -> entry.id().equals(id)).findFirst().orElseThrow();
  }
}
