package dev.mantra.formats.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CodexTranscriptTest extends TranscriptParserContract {

  private static final String THREAD = "019e0000-0000-7000-8000-00000000000a";
  private static final String FORK = "019e9999-0000-7000-8000-00000000000c";

  private final Told told = new Told();
  private final CodexThreads threads = new CodexThreads();

  @Override
  List<String> files() {
    return Stream.of(
            "0.29-flat",
            "0.113-turns",
            "0.113-fork",
            "0.169-turns",
            "0.169-fork",
            "0.169-parent",
            "0.169-subagent")
        .map(name -> "codex/" + name + ".jsonl")
        .toList();
  }

  @Override
  TranscriptParser parser(String file, TranscriptSink sink) {
    return new CodexTranscript(TranscriptContext.of(file, THREAD), new CodexThreads(), sink);
  }

  @Test
  void aFlatRolloutTellsNoTimesAndTheFolderComesLater() throws IOException {
    read("0.29-flat", "7a000000-0000-4000-8000-000000000029");

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00.100 | began in /home/ada/lantern
        USER | Light the lamp.
        THINKING | A wick first.
        TOOL | shell {"command":["bash","-lc","apply_patch <<'X'\\n*** Begin Patch\\n*** Update File: lamp.txt\\n@@ wick\\n oil\\n-off\\n+on\\n*** End Patch\\nX"]}
        +TOOL | DONE 0 Success.\\n | MODIFIED lamp.txt @@ -1,2 +1,2 @@ wick\\n oil\\n-off\\n+on\\n
        TOOL | shell {"command":["bash","-lc","cat lamp.tx"]}
        +TOOL | FAILED 1 cat: lamp.tx: No such file\\n
        ASSISTANT | The lamp is lit.
        USER | Light the lamp.
        """);
  }

  @Test
  void promptsOfAFlatRolloutTakeTheirTimesFromTheLogOfPrompts() throws IOException {
    var log = resource("0.29-history");
    log.lines()
        .map(line -> CodexPromptLog.read(Bytes.utf8(line)))
        .flatMap(Optional::stream)
        .forEach(threads::logged);

    read("0.29-flat", "7a000000-0000-4000-8000-000000000029");

    assertEquals(
        List.of("2026-05-04T08:00:05Z", "2026-05-04T08:01:00Z"),
        told.entries.stream()
            .filter(entry -> entry.kind() == Entry.Kind.USER)
            .map(entry -> entry.time().orElseThrow().toString())
            .toList());
  }

  @Test
  void eachMessageStandsTwiceAndIsToldOnce() throws IOException {
    read("0.113-turns", THREAD);

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/lantern 0.113.0
        USER 08:00:05.010 | Trim the wick.
        THINKING 08:00:06.002 | Scissors.
        ASSISTANT 08:00:06.100 | I look first.
        TOOL 08:00:06.200 | exec_command {"cmd":"ls","yield_time_ms":1000}
        +TOOL 08:00:06.200
        +TOOL 08:00:06.300 | FAILED 2 ls: wick: gone\\n
        ASSISTANT 08:00:07 | Trimmed.
        +ASSISTANT 08:00:07
        USER 08:00:09 | !ls
        TOOL 08:00:09.500 | shell ls | FAILED 3 wick\\n
        USER 08:00:10 | <b>bold</b>
        TOOL 08:00:10.100 | exec_command {"cmd":"rm wick","sandbox_permissions":"require_escalated"}
        +TOOL 08:00:11 | REFUSED aborted by user after 0.9s
        SYSTEM 08:00:11.002 | The turn was aborted: interrupted
        TOOL 08:00:12 | exec_command {"cmd":"sleep 9"}
        +TOOL 08:00:13 | INTERRUPTED aborted by user after 1.0s
        +TOOL 08:00:13
        SUMMARY 08:00:14 | Here is the summary:\\nThe wick is trimmed.
        """);
    assertEquals(List.of(), told.unknown);
  }

  @Test
  void whatIsCountedAgainAndAgainIsCountedOnce() throws IOException {
    read("0.113-turns", THREAD);

    assertEquals(
        List.of(
            new Usage(60, 40, 0, 20, 5), new Usage(60, 50, 0, 20, 0), new Usage(80, 60, 0, 10, 0)),
        told.entries.stream().map(Entry::usage).filter(usage -> !usage.isNone()).toList());
  }

  @Test
  void whatAForkHasCopiedIsNotToldAgain() throws IOException {
    read("0.113-fork", FORK);

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/lantern 0.113.0 from 019e0000-0000-7000-8000-00000000000a
        USER 09:00:20.002 | A new question.
        ASSISTANT 09:00:21 | A new answer.
        +ASSISTANT 09:00:21
        """);
    assertEquals(Optional.of("model-b"), told.entries.get(2).model());
    assertEquals(new Usage(40, 0, 0, 2, 0), told.entries.get(3).usage());
  }

  @Test
  void turnsThatAreTakenBackEndAtTheEntryBeforeThem() throws IOException {
    read("0.113-rolled-back", THREAD);

    var first = told.entries.get(2);
    assertEquals("First.", first.text());
    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/lantern 0.113.0
        USER 08:00:06 | One?
        ASSISTANT 08:00:07 | First.
        USER 08:00:08 | Two?
        ASSISTANT 08:00:09 | Second.
        USER 08:00:10 | Three?
        ASSISTANT 08:00:11 | Third.
        SYSTEM 08:00:12 | back to %s
        USER 08:00:13 | Four?
        SYSTEM 08:00:14 | back to
        """
            .formatted(first.id()));
  }

  @Test
  void eventsKnowTimesExitStatusAndFilesBetterThanTheItems() throws IOException {
    read("0.169-turns", THREAD);

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/lantern 0.169.0
        USER 08:00:05.100 | Paint the tower.
        THINKING 08:00:06 | White.
        ASSISTANT 08:00:06.200 | White, then.
        TOOL 08:00:06.300 | apply_patch *** Begin Patch\\n*** Add File: paint.txt\\n+white\\n*** Update File: tower.txt\\n@@\\n-grey\\n+white\\n*** Delete File: rust.txt\\n*** End Patch\\n
        +TOOL 08:00:06.300
        +TOOL 08:00:06.390 | ADDED /home/ada/lantern/paint.txt @@ -0,0 +1,1 @@\\n+white\\n | MODIFIED /home/ada/lantern/tower.txt @@ -3,1 +3,1 @@\\n-grey\\n+white\\n | DELETED /home/ada/lantern/rust.txt @@ -1,1 +0,0 @@\\n-rust\\n
        +TOOL 08:00:06.410 | DONE 0 Success.\\n
        TOOL 08:00:07 | exec_command {"cmd":"climb"}
        +TOOL 08:00:08.990 | FAILED 4 too windy\\n
        USER 08:00:09.020 | and the door, please
        ASSISTANT 08:00:09.999 | Later.
        +ASSISTANT 08:00:09.999
        USER 08:00:11.900 | !ls
        TOOL 08:00:11.990 | shell ls | DONE 0 tower.txt\\n
        SUMMARY 08:00:13 | Handed over: the tower is white.
        +SUMMARY 08:00:13
        SYSTEM 08:00:13.002 | The context was compacted.
        """);
    assertEquals(
        "2026-05-04T08:00:05.500Z", told.entries.get(2).started().orElseThrow().toString());
    assertEquals(new Usage(200, 100, 0, 50, 10), told.entries.get(5).usage());
  }

  @Test
  void whatIsNotKnownIsNamed() throws IOException {
    read("0.169-turns", THREAD);

    assertEquals(
        List.of("weather_report", "foghorn", "semaphore", "item_completed Flag"), told.unknown);
  }

  @Test
  void aSegmentGoesBackToTheLastEntryOfItsBaseThatCounts() throws IOException {
    read("0.169-base", THREAD);
    read("0.169-segment", THREAD);

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/lantern 0.169.0
        USER 08:00:06 | One?
        ASSISTANT 08:00:07 | First.
        USER 08:00:08 | Two?
        ASSISTANT 08:00:09 | Second.
        SYSTEM 08:00:00 | began in /home/ada/lantern 0.169.0
        SYSTEM 08:01:00 | back to msg_a1
        USER 08:01:01 | Three?
        ASSISTANT 08:01:02 | Third.
        """);
    assertEquals(List.of(), told.problems);
  }

  @Test
  void aSegmentWhoseBaseIsMissingSaysSoAndIsReadAllTheSame() throws IOException {
    read("0.169-segment", THREAD);

    assertEquals(List.of("it goes on from a file that was not read before"), told.problems);
    assertEquals(3, told.entries.size());
  }

  @Test
  void aForkThatCopiesNothingNamesItsOrigin() throws IOException {
    read("0.169-base", THREAD);
    told.entries.clear();
    read("0.169-fork", FORK);

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/lantern 0.169.0 from 019e0000-0000-7000-8000-00000000000a
        USER 08:02:01 | Elsewhere?
        """);
  }

  @Test
  void aSubAgentBelongsToTheConversationAndTheCallThatStartedIt() throws IOException {
    read("0.169-parent", THREAD);
    told.entries.clear();
    read("0.169-subagent", "019e0000-2222-7000-8000-0000000000ff");

    told.assertShown(
        Told::content,
        """
        USER 08:00:07.120 | Look out.
        ASSISTANT 08:00:07.990 | A ship.
        """);
    for (var entry : told.entries) {
      assertEquals(THREAD, entry.conversation());
      assertEquals(
          Optional.of(new SubAgent("019e0000-2222-7000-8000-0000000000ff", "call_1")),
          entry.subAgent());
    }
  }

  @Test
  void theHeaderTellsWhoseRolloutItIs() throws IOException {
    var header = CodexHeader.read(Bytes.utf8(firstLine("0.169-subagent"))).orElseThrow();
    assertEquals(THREAD, header.root());
    assertTrue(header.isSubAgent());
    var flat = CodexHeader.read(Bytes.utf8(firstLine("0.29-flat"))).orElseThrow();
    assertEquals("7a000000-0000-4000-8000-000000000029", flat.thread());
    assertEquals(Optional.empty(), CodexHeader.read(Bytes.utf8("{\"type\":\"message\"}")));
  }

  @Test
  void namesOfThreadsAreReadLineByLine() {
    var line =
        """
        {"id":"t1","thread_name":"Lamps","updated_at":"2026-05-04T08:00:00.123456789Z"}\
        """;
    var name = CodexThreadNames.read(Bytes.utf8(line)).orElseThrow();
    assertEquals("Lamps", name.name());
    assertEquals(Optional.empty(), CodexThreadNames.read(Bytes.utf8("{\"id\":\"t1\"}")));
    assertEquals(Optional.empty(), CodexThreadNames.read(Bytes.utf8("}")));
  }

  private void read(String name, String thread) throws IOException {
    Told.read(
        "codex/" + name + ".jsonl",
        new CodexTranscript(TranscriptContext.of(name + ".jsonl", thread), threads, told));
  }

  private static String firstLine(String name) throws IOException {
    return resource(name).lines().findFirst().orElseThrow();
  }

  private static String resource(String name) throws IOException {
    try (var in =
        CodexTranscriptTest.class.getResourceAsStream("/transcripts/codex/" + name + ".jsonl")) {
      return Bytes.wrap(java.util.Objects.requireNonNull(in).readAllBytes()).toUtf8();
    }
  }
}
