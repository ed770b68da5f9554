package dev.mantra.formats.conversation;

import static dev.mantra.formats.conversation.Told.call;
import static dev.mantra.formats.conversation.Told.conversation;
import static dev.mantra.formats.conversation.Told.guessed;
import static dev.mantra.formats.conversation.Told.nanos;
import static dev.mantra.formats.conversation.Told.numbers;
import static dev.mantra.formats.conversation.Told.prompt;
import static dev.mantra.formats.conversation.Told.reply;
import static dev.mantra.formats.conversation.Told.result;
import static dev.mantra.formats.conversation.Told.rewound;
import static dev.mantra.formats.conversation.Told.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.conversation.NumberedEntry.Standing;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.Source;
import dev.mantra.formats.event.SessionHeader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnwrittenPromptsTest {

  private static final SessionHeader OF_THE_AGENT =
      SessionHeader.builder(Told.HEADER.id(), Told.START, "test")
          .command(List.of(Bytes.utf8("/usr/bin/claude")))
          .build();

  @Test
  void whatWasTypedWhileTheAgentWorkedAndNeverTakenUpIsAMessage() {
    var conversation =
        conversation(
            typed(0.9, "count the ships"),
            prompt("p1", 1, "count the ships"),
            call("c1", 2, "{}"),
            typed(3, "and the boats as well"),
            result("c1", 4, "stopped"),
            prompt("p2", 8, "never mind"));
    assertEquals("1=p1 1.1=c1 2= 3=p2", numbers(conversation));
    var prompt = conversation.prompt(2).orElseThrow();
    assertEquals("and the boats as well", prompt.outline().text().head());
    assertEquals(Kind.USER, prompt.outline().kind());
    assertEquals(Source.TYPED, prompt.outline().source());
    assertEquals("claude", prompt.outline().agent());
    assertEquals(Basis.TYPED, prompt.basis());
    assertEquals(nanos(3), prompt.at());
    assertEquals(Optional.of("never taken up"), Headline.fate(prompt.outline()));
  }

  @Test
  void aPromptThatIsTakenUpLaterKeepsItsNumberAndIsThereOnce() {
    assertEquals(
        "1=p1 2=p2 3=r1",
        numbers(
            conversation(
                prompt("p1", 1, "count the ships"),
                typed(3, "and the boats as well"),
                reply("r1", 4, "three"),
                prompt("p2", 5, "and the boats as well"))));
  }

  @Test
  void severalPromptsThatWereTakenUpAsOneAreThatOne() {
    assertEquals(
        "1=p1 2=r1 3=p2",
        numbers(
            conversation(
                prompt("p1", 1, "count the ships"),
                typed(2, "and the boats as well"),
                typed(3, "and the lighthouses"),
                reply("r1", 4, "three"),
                prompt("p2", 5, "and the boats as well\nand the lighthouses"))));
  }

  @Test
  void aPromptThatIsWrittenDownByAClockThatWasSetBackIsThereOnce() {
    assertEquals(
        "1=p1",
        numbers(
            conversation(
                OF_THE_AGENT,
                typed(3, "count the ships"),
                prompt("p1", -86_400, "count the ships").readAt(3.2))));
  }

  @Test
  void whatIsTypedInAShellBeforeAndBetweenAndAfterConversationsIsNone() {
    var began = Told.of("b2", Kind.SYSTEM, 19, new Block.Began("/t", "/f", "2", Optional.empty()));
    assertEquals(
        "1=p1 2=r1 2.1=b2 3=p2",
        numbers(
            conversation(
                typed(0.5, "claude --continue"),
                prompt("p1", 1, "count the ships"),
                reply("r1", 4, "three"),
                typed(8, "git commit -a -m ships"),
                typed(18, "claude --continue"),
                began,
                prompt("p2", 20, "go on"),
                typed(30, "exit the shell"))));
  }

  @Test
  void inTheAgentsOwnSessionEverythingIsTypedForTheAgent() {
    assertEquals(
        "1=p1 2=",
        numbers(
            conversation(
                OF_THE_AGENT,
                prompt("p1", 1, "count the ships"),
                typed(9, "are you still there?"))));
  }

  @Test
  void commandsAndShortAnswersAndGuessesAreNone() {
    assertEquals(
        "1=p1 2=r1",
        numbers(
            conversation(
                prompt("p1", 1, "count the ships"),
                typed(2, "/rename the harbour"),
                typed(2.1, "yes"),
                guessed(2.2, "something that was recalled"),
                reply("r1", 4, "three"))));
  }

  @Test
  void whatWasTypedInATurnThatWasAbandonedIsAbandonedToo() {
    var conversation =
        conversation(
            prompt("p1", 1, "count the ships"),
            reply("r1", 2, "three"),
            prompt("p2", 3, "and the planes"),
            typed(4, "and the balloons"),
            reply("r2", 5, "none"),
            rewound("w", 6, "r1"),
            prompt("p3", 7, "thank you"));
    assertEquals(
        List.of(
            Standing.CURRENT,
            Standing.CURRENT,
            Standing.ABANDONED,
            Standing.ABANDONED,
            Standing.ABANDONED,
            Standing.CURRENT),
        conversation.messages().stream().map(NumberedEntry::standing).toList());
  }
}
