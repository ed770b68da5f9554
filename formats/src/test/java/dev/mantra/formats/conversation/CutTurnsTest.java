package dev.mantra.formats.conversation;

import static dev.mantra.formats.conversation.Told.call;
import static dev.mantra.formats.conversation.Told.conversation;
import static dev.mantra.formats.conversation.Told.nanos;
import static dev.mantra.formats.conversation.Told.prompt;
import static dev.mantra.formats.conversation.Told.reply;
import static dev.mantra.formats.conversation.Told.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CutTurnsTest {

  @Test
  void anInterruptionAfterAPromptMayHaveCutAReply() {
    var turns =
        conversation(
                prompt("p1", 1, "tell me a story"),
                interruption("i", 4),
                prompt("p2", 9, "a short one"),
                reply("r2", 10, "Once."))
            .cutTurns();
    assertEquals(1, turns.size());
    var turn = turns.getFirst();
    assertEquals(nanos(1), turn.said());
    assertEquals(nanos(4), turn.cut());
    assertEquals(nanos(9), turn.until());
    assertEquals("c-1", turn.conversation());
  }

  @Test
  void repliesThatTheTranscriptHasAreToldSoThatTheyAreNotTakenForCutOnes() {
    var turns =
        conversation(
                prompt("p1", 1, "tell me a story"),
                reply("r1", 3.9, "Once upon"),
                interruption("i", 4))
            .cutTurns();
    assertEquals(List.of(Gist.of("Once upon")), turns.getFirst().replies());
    assertEquals(Long.MAX_VALUE, turns.getFirst().until());
  }

  @Test
  void anInterruptedToolHasCutNoReply() {
    assertTrue(
        conversation(prompt("p1", 1, "count slowly"), call("c1", 2, "{}"), interruption("i", 4))
            .cutTurns()
            .isEmpty());
  }

  @Test
  void afterAToolThatIsDoneAReplyMayHaveBeenCut() {
    var turns =
        conversation(
                prompt("p1", 1, "count"),
                call("c1", 2, "{}"),
                result("c1", 3, "3"),
                interruption("i", 4))
            .cutTurns();
    assertEquals(nanos(3), turns.getFirst().said());
  }

  @Test
  void whatWasShownOfItIsAMessageWhereItWasDrawn() {
    var facts =
        List.<Fact>of(
            prompt("p1", 1, "tell me a story").outline(),
            interruption("i", 4).outline(),
            prompt("p2", 9, "a short one").outline());
    var shown = new ShownReply(nanos(4.1), "claude", "c-1", "Once upon a");
    var conversation =
        Conversation.of(Told.HEADER, facts, new ScreenEvidence(List.of(shown), Set.of()));
    assertEquals("1=p1 1.1=i 2= 3=p2", Told.numbers(conversation));
    var reply = conversation.message(2).orElseThrow();
    assertEquals("Once upon a", reply.outline().text().head());
    assertEquals(Kind.ASSISTANT, reply.outline().kind());
    assertEquals(Source.SHOWN, reply.outline().source());
    assertEquals(Basis.SHOWN, reply.basis());
    assertEquals(Optional.of("cut off"), Headline.fate(reply.outline()));
  }

  private static Told interruption(String id, double second) {
    return Told.of(id, Kind.SYSTEM, second, new Block.Text("[Request interrupted by user]"));
  }
}
