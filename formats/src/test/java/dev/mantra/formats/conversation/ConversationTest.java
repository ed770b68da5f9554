package dev.mantra.formats.conversation;

import static dev.mantra.formats.conversation.Told.call;
import static dev.mantra.formats.conversation.Told.conversation;
import static dev.mantra.formats.conversation.Told.nanos;
import static dev.mantra.formats.conversation.Told.numbers;
import static dev.mantra.formats.conversation.Told.prompt;
import static dev.mantra.formats.conversation.Told.reply;
import static dev.mantra.formats.conversation.Told.result;
import static dev.mantra.formats.conversation.Told.rewound;
import static dev.mantra.formats.conversation.Told.thinking;
import static dev.mantra.formats.conversation.Told.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.conversation.NumberedEntry.Standing;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConversationTest {

  @Test
  void promptsAndRepliesAreMessagesAndAllElseAreStepsOfTheOneBefore() {
    var conversation =
        conversation(
            prompt("p1", 1, "count the ships"),
            thinking("t1", 2),
            call("c1", 3, "{}"),
            reply("r1", 4, "three"),
            prompt("p2", 5, "and the boats"),
            reply("r2", 6, "none"));
    assertEquals("1=p1 1.1=t1 1.2=c1 2=r1 3=p2 4=r2", numbers(conversation));
    assertEquals(
        List.of(1, 0, 2, 0), conversation.messages().stream().map(NumberedEntry::prompt).toList());
    assertEquals("p2", conversation.prompt(2).orElseThrow().outline().id());
    assertEquals("r1", conversation.message(2).orElseThrow().outline().id());
    assertEquals(Optional.empty(), conversation.message(5));
    assertEquals(Optional.empty(), conversation.message(0));
  }

  @Test
  void whatComesBeforeTheFirstMessageIsAStepOfMessageZero() {
    var began =
        Told.of("b", Kind.SYSTEM, 0.5, new Block.Began("/t", "/f", "2.1", Optional.empty()));
    var conversation = conversation(began, thinking("t", 0.7), prompt("p", 1, "hello"));
    assertEquals("0.1=b 0.2=t 1=p", numbers(conversation));
    assertEquals(2, conversation.steps(0).size());
  }

  @Test
  void aCallAndItsResultAreOneStepThatIsCompleteWithTheResult() {
    var conversation =
        conversation(
            prompt("p1", 1, "run it"),
            call("c1", 2, "{\"command\":\"make test\"}"),
            call("c2", 2.1, "{\"file_path\":\"/a/b.txt\"}"),
            result("c2", 3, "text"),
            result("c1", 9, "ok"),
            reply("r1", 10, "it runs"));
    assertEquals("1=p1 1.1=c1 1.2=c2 2=r1", numbers(conversation));
    var first = conversation.steps(1).getFirst();
    assertEquals(nanos(9), first.at());
    assertEquals("make test", first.outline().text().head());
    assertEquals(Optional.of(Block.Result.Outcome.DONE), first.outline().tool().outcome());
    assertEquals("Bash", first.outline().tool().name());
    assertEquals(List.of(1, 4), first.records());
    assertEquals("/a/b.txt", conversation.steps(1).getLast().outline().text().head());
  }

  @Test
  void aReplacedEntryStaysInItsPlace() {
    var conversation =
        conversation(
            prompt("p1", 1, "hello"),
            reply("r1", 2, "a first"),
            prompt("p2", 3, "go on"),
            reply("r1", 2.5, "a second").with(Change.REPLACED).readAt(4));
    assertEquals("1=p1 2=r1 3=p2", numbers(conversation));
    assertEquals("a second", conversation.message(2).orElseThrow().outline().text().head());
    assertEquals(nanos(2.5), conversation.message(2).orElseThrow().at());
  }

  @Test
  void anEntryThatIsThereTwiceIsCountedOnce() {
    var conversation =
        conversation(prompt("p1", 1, "hello"), prompt("p1", 1, "hello"), reply("r1", 2, "hi"));
    assertEquals("1=p1 2=r1", numbers(conversation));
  }

  @Test
  void severalConversationsGoOnCounting() {
    var conversation =
        conversation(
            prompt("p1", 1, "hello"),
            reply("r1", 2, "hi"),
            prompt("p1", 3, "hello again").in("c-2"),
            reply("r1", 4, "hi again").in("c-2"));
    assertEquals(4, conversation.messages().size());
    assertEquals(2, conversation.linked().size());
    assertEquals("c-2", conversation.linked().getLast().id());
    assertEquals(2, conversation.linked().getLast().messages());
  }

  @Test
  void subAgentsStepBesideTheCallThatStartedThemHoweverLateTheyAre() {
    var conversation =
        conversation(
            prompt("p1", 1, "survey"),
            call("task", 2, "{}"),
            prompt("s1", 2.5, "look").by("a", "task"),
            reply("r1", 3, "it is at work"),
            prompt("p2", 4, "go on"),
            call("inner", 5, "{}").by("a", "task"),
            reply("s2", 6, "found").by("b", "inner"),
            reply("r2", 7, "well"),
            reply("s3", 8, "strays").by("c", "unknown"));
    assertEquals(
        "1=p1 1.1=task 1.2=s1 1.3=inner 1.4=s2 2=r1 3=p2 4=r2 4.1=s3", numbers(conversation));
  }

  @Test
  void theCallThatStartedASubAgentMayBeToldByAnotherEntryThanItsOwn() {
    var conversation =
        conversation(
            prompt("p1", 1, "survey"),
            call("task", 2, "{}"),
            reply("s1", 2.5, "looking").by("a", ""),
            reply("r1", 3, "it is at work"),
            call("link", 4, "{}").by("a", "task"),
            reply("s2", 5, "strays").by("b", ""));
    assertEquals("1=p1 1.1=task 1.2=s1 1.3=link 2=r1 2.1=s2", numbers(conversation));
  }

  @Test
  void callsOfSubAgentsThatGoInCirclesEndSomewhere() {
    var conversation =
        conversation(
            prompt("p1", 1, "hello"),
            call("c1", 2, "{}").by("a", "c2"),
            call("c2", 3, "{}").by("b", "c1"),
            call("c3", 4, "{}").by("c", "c3"));
    assertEquals(4, conversation.entries().size());
  }

  @Test
  void abandonedMessagesKeepTheirNumbersAndAreMarked() {
    var conversation =
        conversation(
            prompt("p1", 1, "one"),
            reply("r1", 2, "first"),
            prompt("p2", 3, "two"),
            call("c2", 3.5, "{}"),
            reply("s2", 3.6, "by another").by("a", "c2"),
            reply("r2", 4, "second"),
            rewound("w", 5, "r1"),
            prompt("p3", 5, "three"),
            reply("r3", 6, "third"));
    assertEquals("p2 c2 s2 r2", abandoned(conversation));
    assertEquals("r3", conversation.message(6).orElseThrow().outline().id());
  }

  @Test
  void aConversationMayGoBackToWhatItHadAbandoned() {
    var conversation =
        conversation(
            prompt("p1", 1, "one"),
            reply("r1", 2, "first"),
            rewound("w1", 3, "p1"),
            reply("r2", 4, "second"),
            rewound("w2", 5, "r1"),
            prompt("p3", 6, "three"));
    assertEquals("w1 r2", abandoned(conversation));
  }

  @Test
  void goingBackToTheVeryBeginningAbandonsAll() {
    var conversation =
        conversation(
            prompt("p1", 1, "one"),
            reply("r1", 2, "first"),
            rewound("w", 3, ""),
            prompt("p2", 4, "two"));
    assertEquals("p1 r1", abandoned(conversation));
  }

  @Test
  void aRewindOfOneConversationLeavesTheOthersAlone() {
    var conversation =
        conversation(
            prompt("p1", 1, "one"),
            prompt("p1", 2, "other").in("c-2"),
            rewound("w", 3, ""),
            rewound("x", 4, "nobody knows this").in("c-2"));
    assertEquals("p1", abandoned(conversation));
    assertEquals(Standing.CURRENT, conversation.message(2).orElseThrow().standing());
  }

  @Test
  void aTimeInTheTranscriptCountsMoreThanWhenItWasRead() {
    var conversation = conversation(prompt("p1", 1, "one"), reply("r1", 2, "late").readAt(9));
    assertEquals(nanos(2), conversation.message(2).orElseThrow().at());
    assertEquals(Basis.TRANSCRIPT, conversation.message(2).orElseThrow().basis());
  }

  @Test
  void withoutATimeItIsWhenItWasRead() {
    var conversation = conversation(reply("r1", 2, "when").withoutTime());
    assertEquals(nanos(2.2), conversation.message(1).orElseThrow().at());
    assertEquals(Basis.READ, conversation.message(1).orElseThrow().basis());
  }

  @Test
  void aRecordingHoldsNothingFromBeforeItsStartOrFromLaterThanItWasRead() {
    var conversation =
        conversation(reply("r1", -50, "resumed").readAt(1), reply("r2", 1e9, "future").readAt(3));
    assertEquals(0, conversation.message(1).orElseThrow().at());
    assertEquals(nanos(3), conversation.message(2).orElseThrow().at());
  }

  @Test
  void anImportedConversationKeepsItsOwnTimes() {
    var conversation = conversation(Told.IMPORTED, reply("r1", 7200, "later").readAt(0));
    assertEquals(nanos(7200), conversation.message(1).orElseThrow().at());
  }

  @Test
  void timesBeyondAllMeasureAreNoTrouble() {
    var far = new Event.Message(5, entryAt(Instant.MAX));
    var past = new Event.Message(5, entryAt(Instant.MIN));
    var conversation =
        Conversation.of(Told.HEADER, List.of(EntryOutline.of(far), EntryOutline.of(past)));
    assertEquals(
        List.of(0L, 5L),
        conversation.entries().stream().map(NumberedEntry::at).distinct().toList());
  }

  private static Entry entryAt(Instant time) {
    var entry = reply(time.toString(), 1, "x").event().entry();
    return new Entry(
        entry.agent(),
        entry.conversation(),
        entry.id(),
        entry.change(),
        entry.subAgent(),
        entry.kind(),
        entry.source(),
        entry.started(),
        Optional.of(time),
        entry.model(),
        entry.usage(),
        entry.blocks(),
        0,
        Optional.empty());
  }

  @Test
  void aPromptIsSentWhenEnterIsPressed() {
    var conversation =
        conversation(
            typed(1, "count  the\nships"),
            prompt("p1", 1.4, "count the ships"),
            reply("r1", 2, "3"));
    assertEquals(nanos(1), conversation.message(1).orElseThrow().at());
    assertEquals(Basis.TYPED, conversation.message(1).orElseThrow().basis());
  }

  @Test
  void aPromptTypedWhileTheAgentWorksIsSentBeforeTheReplyThatItWaitedFor() {
    var conversation =
        conversation(
            typed(1, "first"),
            prompt("p1", 1.1, "first"),
            typed(5, "and then?"),
            reply("r1", 30, "done"),
            prompt("p2", 31, "and then?"),
            reply("r2", 32, "that"));
    assertEquals("1=p1 2=p2 3=r1 4=r2", numbers(conversation));
    assertEquals(nanos(5), conversation.message(2).orElseThrow().at());
  }

  @Test
  void theSameTextSentTwiceIsTwoPromptsInTheirOrder() {
    var conversation =
        conversation(
            typed(5, "continue"),
            typed(6, "continue"),
            prompt("p1", 30, "continue"),
            prompt("p2", 40, "continue"));
    assertEquals(nanos(5), conversation.message(1).orElseThrow().at());
    assertEquals(nanos(6), conversation.message(2).orElseThrow().at());
  }

  @Test
  void aLineThatWasJustSentIsMeantRatherThanAnEarlierOne() {
    var conversation =
        conversation(typed(5, "continue"), typed(60, "continue"), prompt("p1", 60.1, "continue"));
    assertEquals(nanos(60), conversation.message(1).orElseThrow().at());
  }

  @Test
  void keysPressedBeforeInADialogueAreNoHindrance() {
    var conversation = conversation(typed(5, "1yDelete it"), prompt("p1", 5.1, "Delete it"));
    assertEquals(nanos(5), conversation.message(1).orElseThrow().at());
  }

  @Test
  void aRecalledLineIsFoundByItsTimeAlone() {
    var conversation = conversation(Told.guessed(5, ""), prompt("p1", 5.1, "from the history"));
    assertEquals(nanos(5), conversation.message(1).orElseThrow().at());
    var late = conversation(Told.guessed(5, ""), prompt("p1", 9, "from the history"));
    assertEquals(nanos(9), late.message(1).orElseThrow().at());
  }

  @Test
  void anotherLineIsNotTakenForThePrompt() {
    var conversation = conversation(typed(5, "something else"), prompt("p1", 5.1, "Delete it"));
    assertEquals(Basis.TRANSCRIPT, conversation.message(1).orElseThrow().basis());
  }

  @Test
  void longPromptsAreKnownByHowTheyBegin() {
    var text = "a long story ".repeat(1000);
    var conversation = conversation(typed(5, text), prompt("p1", 5.1, text));
    assertEquals(nanos(5), conversation.message(1).orElseThrow().at());
    assertEquals(13_000, conversation.message(1).orElseThrow().outline().text().length());
  }

  @Test
  void whatIsLinkedIsCounted() {
    var began = new Block.Began("/t.jsonl", "/f", "2.1", Optional.of("c-0"));
    var conversation =
        conversation(
            Told.of("b", Kind.SYSTEM, 0, began),
            prompt("p1", 1, "one"),
            Told.of("u", Kind.UNKNOWN, 1.5, new Block.Text("odd")),
            reply("r1", 2, "first").with(new Usage(5, 100, 0, 7, 0)),
            Told.of("t", Kind.SUMMARY, 3, new Block.Titled("Ships")),
            reply("s1", 4, "by another").by("a", "x").with(new Usage(1, 0, 2, 3, 0)));
    var linked = conversation.linked().getFirst();
    assertEquals(Optional.of(began), linked.began());
    assertEquals(Optional.of("Ships"), linked.title());
    assertEquals(List.of("opus"), linked.models());
    assertEquals(2, linked.messages());
    assertEquals(1, linked.unknown());
    assertEquals(new Usage(6, 100, 2, 10, 0), linked.usage());
  }

  @Test
  void aTextOfAnyLengthIsKeptInShort() {
    var gist = EntryOutline.of(reply("r", 1, "x".repeat(1 << 20)).event()).text();
    assertEquals(1 << 20, gist.length());
    assertTrue(gist.head().length() + gist.tail().length() <= 2 * Gist.MOST);
  }

  @Test
  void noCharacterIsCutInTwo() {
    var gist = Gist.of("\ud83d\udea2".repeat(Gist.MOST + 1) + "x");
    assertEquals(Gist.MOST, gist.head().length());
    assertTrue(Character.isHighSurrogate(Gist.of("x" + gist.head() + "yy").tail().charAt(0)));
    assertTrue(Gist.of("x".repeat(Gist.MOST - 1) + "\ud83d\udea2").head().endsWith("x"));
  }

  private static String abandoned(Conversation conversation) {
    return conversation.entries().stream()
        .filter(entry -> entry.standing() == Standing.ABANDONED)
        .map(entry -> entry.outline().id())
        .collect(Collectors.joining(" "));
  }
}
