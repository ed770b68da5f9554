package dev.mantra.formats.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClaudeTranscriptTest extends TranscriptParserContract {

  private static final String SESSION = "c1a0de00-0000-4000-8000-00000000000a";

  private final Told told = new Told();

  @Override
  List<String> files() {
    return List.of(
        "claude/1.0-turns.jsonl",
        "claude/2.0-turns.jsonl",
        "claude/2.1-turns.jsonl",
        "claude/2.1-fork.jsonl",
        "claude/2.1-cleared.jsonl",
        "claude/2.1-rewound.jsonl",
        "claude/2.1-compacted.jsonl");
  }

  @Override
  TranscriptParser parser(String file, TranscriptSink sink) {
    return new ClaudeTranscript(TranscriptContext.of(file, SESSION), sink);
  }

  @Test
  void theTurnsOfTheFirstVersionHaveTheirSidechainsInTheSameFile() throws IOException {
    read("1.0-turns");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:01 | began in /home/ada/kiln 1.0.128
        USER 08:00:01 | Light the kiln.
        ASSISTANT 08:00:02 | I look at the fuel.
        TOOL 08:00:02.100 | Write {"file_path":"/home/ada/kiln/log.txt","content":"lit\\n"}
        +ASSISTANT 08:00:02
        +TOOL 08:00:03 | DONE File created successfully at: /home/ada/kiln/log.txt | ADDED /home/ada/kiln/log.txt
        TOOL 08:00:04 | Task {"description":"Survey","prompt":"Count the pots."}
        USER 08:00:04.100 | Count the pots.
        TOOL 08:00:04.500 | Grep {"pattern":"pot"}
        +TOOL 08:00:04.600 | DONE No matches found
        ASSISTANT 08:00:04.900 | There are none.
        +TOOL 08:00:05 | DONE There are none.
        TOOL 08:00:06 | Bash {"command":"rm -r shards"}
        +TOOL 08:00:07 | REFUSED The user doesn't want to proceed with this tool use. The tool use was rejected.
        SYSTEM 08:00:07.100 | [Request interrupted by user for tool use]
        USER 08:00:08 | /model model-b
        SYSTEM 08:00:08.002 | Set model to model-b
        USER 08:00:09 | And now?
        ASSISTANT 08:00:10 | It is warm.
        SUMMARY | titled Warm kiln
        """);
    assertEquals(
        List.of("s1", "call_3", "call_3", "s4"),
        told.entries.stream()
            .filter(entry -> entry.subAgent().equals(Optional.of(new SubAgent("s1", "call_2"))))
            .map(Entry::id)
            .toList());
  }

  @Test
  void theTokensOfAReplyAreCountedOnceThoughTheyAreKnownLate() throws IOException {
    read("1.0-turns");

    var reply =
        told.entries.stream()
            .filter(entry -> entry.id().equals("a1"))
            .map(Entry::usage)
            .reduce(Usage.NONE, Usage::plus);
    assertEquals(new Usage(10, 2, 3, 40, 0), reply);
    var all = told.entries.stream().map(Entry::usage).reduce(Usage.NONE, Usage::plus);
    assertEquals(new Usage(111, 2, 3, 59, 0), all);
  }

  @Test
  void parallelCallsHaveTheirResultsThoughTheTreeHasSideLeaves() throws IOException {
    read("2.0-turns");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:01 | began in /home/ada/kiln 2.0.77
        USER 08:00:01 | Glaze both.
        TOOL 08:00:02 | Edit {"file_path":"a.txt","old_string":"raw","new_string":"glazed"}
        TOOL 08:00:02.100 | Bash {"command":"false"}
        +TOOL 08:00:03 | DONE The file a.txt has been updated. | MODIFIED /home/ada/kiln/a.txt @@ -1,2 +1,2 @@\\n pot\\n-raw\\n+glazed\\n
        +TOOL 08:00:03.100 | FAILED 3 Exit code 3\\nnothing there
        SNAPSHOT 08:00:01.010 | a.txt in 00ff@v1
        USER 08:00:03.200 | And the lids.
        TOOL 08:00:05 | Task {"description":"Lids","prompt":"Find the lids."}
        +TOOL 08:00:06 | DONE Under the bench.
        PROGRESS 08:00:06 | completed
        ASSISTANT 08:00:07.100 | Under the bench.
        USER 08:00:08 | Like this? | image/png 6
        TOOL 08:00:08.500 | DONE 0 done
        """);
    assertEquals(Optional.of(new SubAgent("ab12cd34", "call_3")), entry("call_3/agent").subAgent());
  }

  @Test
  void anEditHasTheTextsThatTheTranscriptKeeps() throws IOException {
    read("2.0-turns");
    read("1.0-turns");

    var edits =
        told.entries.stream()
            .flatMap(entry -> entry.blocks().stream())
            .filter(Block.Edit.class::isInstance)
            .map(Block.Edit.class::cast)
            .toList();
    assertEquals(Optional.of("pot\nraw\n"), edits.getFirst().before());
    assertEquals(Optional.empty(), edits.getFirst().after());
    assertEquals(Optional.empty(), edits.getLast().before());
    assertEquals(Optional.of("lit\n"), edits.getLast().after());
  }

  @Test
  void aBlockWasBegunWhenTheOneBeforeItWasComplete() throws IOException {
    read("2.1-turns");

    assertEquals("2026-05-04T08:00:01Z", begun("a1"));
    assertEquals("2026-05-04T08:00:02Z", begun("a2"));
    assertEquals("2026-05-04T08:00:03.100Z", begun("call_1"));
    assertEquals("2026-05-04T08:00:04.499Z", begun("a4"));
  }

  @Test
  void whatNobodyTypedIsNoPrompt() throws IOException {
    read("2.1-turns");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:01 | began in /home/ada/kiln 2.1.329
        USER 08:00:01 | clay: 3\\nsand: 1\\nWhich share?
        SUMMARY | titled Shares of clay
        THINKING 08:00:02 | A quarter.
        ASSISTANT 08:00:02.500 | Sand is a quarter.
        USER 08:00:03 | !ls
        SYSTEM 08:00:03.100 | pots\\na warning
        TOOL 08:00:04 | Agent {"description":"Ask","prompt":"How hot?"}
        +TOOL 08:00:04.100 | DONE started
        PROGRESS 08:00:04.100 | async_launched
        USER 08:00:04.499 | and the glaze?
        ASSISTANT 08:00:06 | Blue, but I was
        SYSTEM 08:00:06.010 | [Request interrupted by user]
        PROGRESS 08:00:07 | <task-notification>\\n<task-id>a0ff</task-id>\\n<status>completed</status>\\n</task-notification>
        SYSTEM 08:00:08 | API Error: 500 out of clay
        PROGRESS 08:00:08.100 | hook: ring the bell\\nno bell
        USER 08:00:09 | /rename Clay day
        SUMMARY | titled Clay day
        SYSTEM 08:00:09.001 | Renamed
        SYSTEM 08:00:09.003 | # How to fire\\nSlowly.
        SNAPSHOT 08:00:09.100 | pots, which there was not
        SYSTEM 08:00:09.400 | The kiln is cold.
        """);
    assertEquals(
        List.of("weather-report", "attachment/kiln_temperature", "system/moon_phase"),
        told.unknown);
    assertEquals(new Usage(10, 4, 0, 30, 12), entry("a1").usage());
    assertEquals(Usage.NONE, entry("a2").usage());
    assertEquals(Optional.empty(), entry("a5").model());
  }

  @Test
  void whatAForkHasCopiedIsNotToldAgain() throws IOException {
    read("2.1-fork");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:30 | began in /home/ada/kiln 2.1.329 from c1a0de00-0000-4000-8000-00000000000a
        USER 08:00:30 | And water?
        ASSISTANT 08:00:31 | Enough of it.
        USER 08:00:32 | And fire?
        ASSISTANT 08:00:33 | Plenty.
        """);
  }

  @Test
  void aConversationThatBeginsWithAClearedOneIsNoFork() throws IOException {
    read("2.1-cleared");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:01.001 | began in /home/ada/kiln 2.1.329
        USER 08:00:01 | /clear
        USER 08:00:02 | Start anew.
        ASSISTANT 08:00:03 | Gladly.
        """);
    assertEquals("cccccccc-0000-4000-8000-0000000000cc", told.entries.getLast().conversation());
  }

  @Test
  void aPromptThatFollowsAnEarlierRecordGoesBackToIt() throws IOException {
    read("2.1-rewound");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:01 | began in /home/ada/kiln 2.1.329
        USER 08:00:01 | One?
        ASSISTANT 08:00:02 | First.
        USER 08:00:03 | Two?
        ASSISTANT 08:00:04 | Second.
        USER 08:00:05 | Three?
        ASSISTANT 08:00:06 | Third.
        SYSTEM 08:00:07 | back to a1
        USER 08:00:07 | Four?
        ASSISTANT 08:00:08 | Fourth.
        SYSTEM 08:00:09 | back to u1/began
        USER 08:00:09 | Five?
        """);
  }

  @Test
  void aCompactedConversationGoesOnBehindItsSummary() throws IOException {
    read("2.1-compacted");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:01 | began in /home/ada/kiln 2.1.329
        USER 08:00:01 | One?
        ASSISTANT 08:00:02 | First.
        SYSTEM 08:00:05.900 | Conversation compacted
        SUMMARY 08:00:05.800 | This session is being continued. Summary: one question.
        USER 08:00:05 | /compact
        SYSTEM 08:00:05.950 | Compacted
        USER 08:00:07 | Two?
        """);
  }

  @Test
  void theFileOfASubAgentTellsNoBeginning() throws IOException {
    var agent = new SubAgent("a0ff", "call_1");
    var context = new TranscriptContext("agent-a0ff.jsonl", SESSION, Optional.of(agent));
    Told.read("claude/2.1-agent.jsonl", new ClaudeTranscript(context, told));

    told.assertShown(
        Told::content,
        """
        USER 08:00:04.200 | How hot?
        ASSISTANT 08:00:04.900 | Very.
        """);
    told.entries.forEach(entry -> assertEquals(Optional.of(agent), entry.subAgent()));
  }

  @Test
  void aSubAgentOfTheSecondVersionIsKnownByItsRecords() throws IOException {
    read("2.0-agent");

    assertEquals(Optional.of(new SubAgent("ab12cd34", "")), told.entries.getFirst().subAgent());
  }

  @Test
  void aSubAgentThatOnlyWarmsUpIsSilent() throws IOException {
    read("2.0-warmup");

    assertEquals(List.of(), told.entries);
  }

  @Test
  void theLogOfPromptsTellsWhatWasTypedAndPasted() {
    var line =
        """
        {"display":"See [Pasted text #1 +2 lines]!","pastedContents":{"1":{"id":1,"type":"text","content":"a\\nb"}},
        "timestamp":1777881600000,"project":"/home/ada/kiln","sessionId":"s"}
        """;
    var prompt = ClaudePromptLog.read(record(line)).orElseThrow();
    assertEquals("See a\nb!", prompt.text());
    assertEquals("2026-05-04T08:00:00Z", prompt.time().toString());
    assertEquals(Optional.empty(), ClaudePromptLog.read(record("{\"display\":1}")));
    assertEquals(Optional.empty(), ClaudePromptLog.read(record("{")));
  }

  static TranscriptRecord record(String json) {
    return new TranscriptRecord(Bytes.utf8(json), 0, json.length(), 0);
  }

  private void read(String name) throws IOException {
    Told.read("claude/" + name + ".jsonl", parser(name + ".jsonl", told));
  }

  private Entry entry(String id) {
    return told.entries.stream().filter(entry -> entry.id().equals(id)).findFirst().orElseThrow();
  }

  private String begun(String id) {
    return entry(id).started().orElseThrow().toString();
  }
}
