package dev.mantra.recorder.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.recorder.SessionClock;
import dev.mantra.recorder.agents.Witness.Match;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WitnessTest {

  private static final long SECOND = 1_000_000_000L;

  private final SessionClock session = SessionClock.start();
  private Duration asleep = Duration.ZERO;
  private final Witness witness =
      new Witness(
          session,
          () -> session.startedAt().plusNanos(session.now()).plus(asleep),
          InputCapture.RECORDED);

  @Test
  void aPromptThatWasTypedIsKnownByItsText() {
    type(10, "read the tide tables\r");
    assertEquals(Match.SAID, witness.match("read the tide tables", at(10.1)));
    assertEquals(Match.SAID, witness.match("read  the tide\ntables", at(10.1)));
  }

  @Test
  void oneThatIsTakenUpLateIsKnownByItsTextAsWell() {
    type(10, "read the tide tables\r");
    assertEquals(Match.SAID, witness.match("read the tide tables", at(300)));
  }

  @Test
  void aLineThatIsAPromptOfOurOwnTellsNothingLaterOfAnotherTranscript() {
    type(10, "read the tide tables\r");
    witness.taken("read the tide tables", at(10.1));
    assertEquals(Match.SAID, witness.match("read the tide tables", at(10.2)));
    assertEquals(Match.NONE, witness.match("read the tide tables", at(22)));
    type(30, "read the tide tables\r");
    assertEquals(Match.SAID, witness.match("read the tide tables", at(60)));
  }

  @Test
  void aPromptCannotBeKnownBeforeItIsTyped() {
    type(10, "read the tide tables\r");
    assertEquals(Match.NONE, witness.match("read the tide tables", at(9)));
  }

  @Test
  void anotherTextAtTheTimeOfEnterIsOnlyTimed() {
    type(10, "\033[A\r");
    assertEquals(Match.TIMED, witness.match("what was said yesterday", at(10.2)));
    assertEquals(Match.NONE, witness.match("what was said yesterday", at(20)));
  }

  @Test
  void shortAnswersAreGivenEverywhereSoTheirTimeHasToFitToo() {
    type(10, "yes\r");
    assertEquals(Match.SAID, witness.match("yes", at(10.1)));
    assertEquals(Match.NONE, witness.match("yes", at(60)));
  }

  @Test
  void whatIsTypedWhileNothingIsRecordedIsNotKnown() {
    type(10, "read the ");
    tell(new Event.Paused(11 * SECOND));
    tell(new Event.Resumed(20 * SECOND));
    type(21, "tide tables\r");
    assertEquals(Match.SAID, witness.match("tide tables", at(21.1)));
    assertTrue(witness.isPaused(at(15)));
    assertFalse(witness.isPaused(at(10)));
    assertFalse(witness.isPaused(at(20.5)));
  }

  @Test
  void timesOnTheWallGoOnWhileTheMachineSleeps() {
    type(10, "before the night\r");
    asleep = Duration.ofHours(8);
    type(20, "after the night\r");
    assertEquals(Match.SAID, witness.match("before the night", at(10.1)));
    assertEquals(Match.TIMED, witness.match("something", at(20.1 + 8 * 3600)));
    assertEquals(Match.NONE, witness.match("something", at(20.1)));
  }

  @Test
  void itIsLivelyForAWhileAfterSomethingWasTypedOrShown() {
    assertFalse(witness.isLively());
    tell(new Event.Output(session.now(), Bytes.utf8("x")));
    assertTrue(witness.isLively());
  }

  private void type(long second, String keys) {
    tell(new Event.Input(second * SECOND, Bytes.utf8(keys)));
  }

  private void tell(Event event) {
    witness.write(event);
    witness.listen();
  }

  private Instant at(double second) {
    return session.startedAt().plusNanos((long) (second * SECOND));
  }
}
