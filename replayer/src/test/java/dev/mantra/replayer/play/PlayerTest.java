package dev.mantra.replayer.play;

import static dev.mantra.replayer.play.PlayedSession.SECOND;
import static dev.mantra.replayer.play.PlayedSession.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.terminal.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {

  @TempDir Path folder;
  private PlayedSession session;
  private FakeWindow window;

  @BeforeEach
  void record() throws IOException {
    session = PlayedSession.letters(folder);
    window = session.window;
  }

  @AfterEach
  void close() throws IOException {
    session.close();
  }

  /** Another session than the letters. */
  private void record(WindowSize size, Event... events) throws IOException {
    session.close();
    session = new PlayedSession(folder.resolve("other"), size, List.of(events));
    window = session.window;
  }

  private void play() throws IOException {
    play(PlayOptions.PLAIN);
  }

  private void play(PlayOptions options) throws IOException {
    session.play(options);
    assertLeft();
  }

  /** The terminal is as it was, and nothing that is not allowed was written. */
  private void assertLeft() {
    assertEquals(1, window.restored);
    assertFalse(window.terminal().isAlternateScreen());
    assertTrue(window.terminal().isCursorVisible());
    AllowedOutput.check(window.written().getBytes(StandardCharsets.UTF_8));
  }

  /** The recorded text at a moment, without the border. */
  private String shown(double second) {
    return window.row(second, 0).substring(0, 40).strip();
  }

  private String status(double second) {
    return window.row(second, -1);
  }

  @Test
  void outputIsShownWhenItIsDue() throws IOException {
    window.look(0.5).look(3.95).look(4.05).look(9.5);
    play();
    assertEquals("a", shown(0.5));
    assertEquals("abcd", shown(3.95));
    assertEquals("abcde", shown(4.05));
    assertEquals("abcdefghij", shown(9.5));
    assertEquals(10, window.seconds(), 0.1);
  }

  @Test
  void theLastScreenStaysWhenTheEndWasPlayedTo() throws IOException {
    play();
    assertEquals("abcdefghijk", window.text().strip());
  }

  @Test
  void quittingLeavesNothing() throws IOException {
    window.look(2.4).press(2.5, "q");
    play();
    assertEquals("abc", shown(2.4));
    assertEquals("", window.text().strip());
  }

  @Test
  void speedAndIdleLimitShortenTheTime() throws IOException {
    play(PlayOptions.PLAIN.withPace(2, Optional.of(Duration.ofMillis(500))));
    assertEquals("abcdefghijk", window.text().strip());
    assertEquals(2.5, window.seconds(), 0.1);
  }

  @Test
  void playingMayStartInTheMiddle() throws IOException {
    window.look(0.1);
    play(PlayOptions.PLAIN.withStartAt(8 * SECOND));
    assertEquals("abcdefghi", shown(0.1));
    assertEquals(2, window.seconds(), 0.1);
  }

  @Test
  void playingThatStartsAtTheEndStaysThere() throws IOException {
    window.look(50).press(60, "q");
    play(PlayOptions.PLAIN.withStartAt(10 * SECOND));
    assertEquals("abcdefghijk", shown(50));
    assertTrue(status(50).contains("end"), status(50));
  }

  @Test
  void aSessionInWhichNothingHappensEndsAtOnce() throws IOException {
    record(new WindowSize(20, 4));
    play();
    assertEquals(0, window.seconds());
  }

  @Test
  void whenTheKeyboardGoesAwayPlayingEnds() throws IOException {
    window.happen(1.5, HostInput.Simple.CLOSED);
    play();
    assertEquals(1.5, window.seconds());
  }

  @Test
  void nothingIsShownWhilePausedButSteps() throws IOException {
    window.press(2.5, " ").look(59).press(60, ".").look(61).press(70, ".").look(71);
    window.press(100, " ").look(101.5).press(102, "q");
    play();
    assertEquals("abc", shown(59));
    assertTrue(status(59).contains("paused") && status(59).contains("0:02.500 / 0:10"), status(59));
    assertEquals("abcd", shown(61));
    assertEquals("abcde", shown(71));
    assertEquals("abcdef", shown(101.5));
  }

  @Test
  void steppingPausesAndGoesBackToo() throws IOException {
    window.press(4.5, ",").look(50).press(51, ",").look(52).press(53, ".").look(54).press(55, "q");
    play();
    assertEquals("abcd", shown(50), "the frame before the one that was shown");
    assertEquals("abc", shown(52));
    assertEquals("abcd", shown(54));
  }

  @Test
  void thereIsNoFrameBeforeTheFirstAndNoneBehindTheLast() throws IOException {
    window.press(0.5, ",").look(1).press(2, "G.").look(3).press(4, "q");
    play();
    assertEquals("a", shown(1));
    assertTrue(status(1).contains("no frame precedes"), status(1));
    assertEquals("abcdefghijk", shown(3));
    assertTrue(status(3).contains("no frame follows"), status(3));
  }

  @Test
  void goingForwardAndBackShowsWhatWasThere() throws IOException {
    window.press(1.5, "\033[C").look(1.6).press(1.7, "\033[D").look(1.8).press(2, "q");
    play();
    assertEquals("abcdefg", shown(1.6));
    assertEquals("ab", shown(1.8));
  }

  @Test
  void beforeTheStartIsTheStartAndTheEndIsHeld() throws IOException {
    window.press(1.5, "\033[5~").look(1.6).press(1.7, "\033[6~").look(90).press(91, "q");
    play();
    assertEquals("a", shown(1.6));
    assertEquals("abcdefghijk", shown(90));
    assertTrue(status(90).contains("end"), status(90));
  }

  @Test
  void atTheEndSpacePlaysAgainFromTheStart() throws IOException {
    window.press(1, "G").press(50, " ").look(51.5).press(52, "q");
    play();
    assertEquals("ab", shown(51.5));
  }

  @Test
  void tenthsAndSharesAreOfTheWhole() throws IOException {
    window.press(0.5, "5").look(0.6).press(0.7, "\033[1;2C").look(0.8).press(0.9, "g").look(1);
    window.press(1.1, "q");
    play();
    assertEquals("abcdef", shown(0.6));
    assertEquals("abcdefg", shown(0.8));
    assertEquals("a", shown(1));
  }

  @Test
  void speedCanBeChanged() throws IOException {
    window.press(0.5, ">>").look(1.6).press(1.7, "=").look(1.8).press(1.9, "<").look(2);
    window.press(2.1, "q");
    play();
    assertEquals("abcde", shown(1.6));
    assertTrue(status(1.6).contains("\u00d74"), status(1.6));
    assertFalse(status(1.8).contains("\u00d7"), status(1.8));
    assertTrue(status(2).contains("\u00d70.5"), status(2));
  }

  @Test
  void longPausesAreCutShortOnDemand() throws IOException {
    record(new WindowSize(40, 5), output(0, "a"), output(100, "b"), output(110, "c"));
    window.press(0.5, "i").look(1).look(2.1).press(2.2, "i").look(3).press(4, "q");
    play();
    assertTrue(status(1).contains("long pauses are cut short"), status(1));
    assertEquals("ab", shown(2.1), "after 2 s");
    assertTrue(status(3).contains("pauses are shown in full"), status(3));
    assertEquals("ab", shown(3));
  }

  @Test
  void markersAreGoneToAndPlayingGoesOnBehindThem() throws IOException {
    window.press(0.5, "]").look(0.6).press(0.7, "]").look(0.8).press(0.9, "]").look(1);
    window.press(2, "q");
    play();
    assertEquals("abcd", shown(0.6));
    assertTrue(status(0.6).contains("m3"), status(0.6));
    assertEquals("abcdefg", shown(0.8));
    assertTrue(status(1).contains("no message or marker after this"), status(1));
  }

  @Test
  void thePreviousMarkerIsNotTheOneOneHasJustGoneTo() throws IOException {
    window.press(7.5, "[").look(7.6).press(7.7, "[").look(7.8).press(7.9, "[").look(8);
    window.press(9, "q");
    play();
    assertEquals("abcdefg", shown(7.6));
    assertEquals("abcd", shown(7.8));
    assertTrue(status(8).contains("no message or marker before this"), status(8));
  }

  @Test
  void messagesGoBeforeMarkersAndPromptsHaveKeysOfTheirOwn() throws IOException {
    Landmarks landmarks =
        () ->
            List.of(
                new Landmark(SECOND, Landmark.Kind.PROMPT, "1 you", "fix it"),
                new Landmark(3 * SECOND, Landmark.Kind.MARKER, "m3", ""),
                new Landmark(5 * SECOND, Landmark.Kind.MESSAGE, "2 claude", "done"),
                new Landmark(7 * SECOND, Landmark.Kind.PROMPT, "3 you", "thanks"));
    window.press(1.5, " ]").look(2).press(3, "[").look(4).press(5, "}").look(6).press(7, "{");
    window.look(8).press(9, "q");
    session.play(PlayOptions.PLAIN, landmarks);
    assertEquals("abcdef", shown(2));
    assertEquals("ab", shown(4));
    assertEquals("abcdefgh", shown(6));
    assertEquals("ab", shown(8));
  }

  @Test
  void aSessionWithoutPromptsSaysSo() throws IOException {
    window.press(0.5, "}").look(0.7).press(0.8, "{").look(0.9).press(1, "q");
    play();
    assertTrue(status(0.7).contains("no prompt in this session"), status(0.7));
    assertTrue(status(0.9).contains("no prompt in this session"), status(0.9));
  }

  @Test
  void thePaneListsLandmarksBesideTheScreen() throws IOException {
    window.size(90, 10).press(3.5, "m").look(3.6).press(4, "m").look(4.2).press(5, "q");
    play();
    var listed = window.looked(3.6);
    assertTrue(listed.contains("0:03 m3") && listed.contains("0:06 m6"), listed);
    assertTrue(listed.startsWith("abcd "), listed);
    assertFalse(window.looked(4.2).contains("0:06 m6"));
  }

  @Test
  void helpIsShownUntilTheNextKeyAndHoldsTheTime() throws IOException {
    window.press(1.5, "?").look(40).press(50, "?").look(50.3).look(50.7).press(51, "q");
    play();
    assertTrue(window.looked(40).contains("pause or go on"), window.looked(40));
    assertEquals("ab", shown(50.3));
    assertEquals("abc", shown(50.7));
  }

  @Test
  void aPositionCanBeTyped() throws IOException {
    window.press(0.5, ":").press(20, "0:04.5").look(21).press(22, "\r").look(22.2);
    window.press(22.3, ":marker:m6\r").look(22.4).press(22.5, ":/hij/\r").look(22.6);
    window.press(22.7, "q");
    play();
    assertEquals(":0:04.5", status(21));
    assertEquals("a", shown(21), "typing holds the time");
    assertEquals("abcde", shown(22.2));
    assertEquals("abcdefg", shown(22.4));
    assertEquals("abcdefghij", shown(22.6));
  }

  @Test
  void aPositionThatIsNoneIsExplained() throws IOException {
    window.press(0.5, " :nowhere\r").look(0.6).press(0.7, ":marker:x\r").look(0.8);
    window.press(0.9, ":12\r").look(1).press(1.1, ":5\033").look(1.5).press(2, "q");
    play();
    assertTrue(status(0.6).contains("'nowhere' is no position"), status(0.6));
    assertTrue(status(0.8).contains("no marker 'x'"), status(0.8));
    assertTrue(status(1).contains("no messages"), status(1));
    assertTrue(status(1.5).contains("paused"), status(1.5));
  }

  @Test
  void searchGoesToTheHitWhileItIsTypedAndRoundTheEnds() throws IOException {
    record(
        new WindowSize(40, 5),
        output(0, "start\r\n"),
        output(2, "one error\r\n"),
        output(4, "fine\r\n"),
        output(6, "two errors\r\n"),
        output(9, "end\r\n"));
    window
        .press(0.5, "/")
        .press(10, "err")
        .look(11)
        .press(12, "\r")
        .look(13)
        .press(14, "n")
        .look(15);
    window.press(16, "n").look(17).press(18, "N").look(19).press(20, "/fine\033").look(21);
    window.press(22, "q");
    play();
    assertTrue(window.looked(11).contains("one error"), window.looked(11));
    assertTrue(status(11).startsWith("/err"), status(11));
    assertTrue(status(13).contains("paused") && status(13).contains("hit 1 of 2"), status(13));
    assertTrue(window.looked(15).contains("two errors"), window.looked(15));
    assertFalse(window.looked(17).contains("two errors"), window.looked(17));
    assertTrue(status(17).contains("hit 1 of 2, from the start again"), status(17));
    assertTrue(status(19).contains("hit 2 of 2, from the end again"), status(19));
    assertTrue(window.looked(21).contains("two errors"), "escape goes back to where one was");
  }

  @Test
  void hitsOnTheScreenStandOut() throws IOException {
    window.press(5.5, " /c.e\r");
    window.happen(6, HostInput.Simple.RESIZED);
    var inverse = new ArrayList<Boolean>();
    window.watch(
        7,
        terminal -> {
          for (int x = 0; x < 6; x++) {
            inverse.add(terminal.line(0).styleAt(x).has(Style.INVERSE));
          }
        });
    window.press(8, "q");
    play();
    assertEquals(List.of(false, false, true, true, true, false), inverse);
  }

  @Test
  void whatIsNotFoundOrNoExpressionIsSaid() throws IOException {
    window.press(0.5, " n").look(0.6).press(0.7, "/xyz\r").look(0.8).press(0.9, "/a(\r").look(1);
    window.press(1.1, "q");
    play();
    assertTrue(status(0.6).contains("nothing was searched for yet"), status(0.6));
    assertTrue(status(0.8).contains("no line with /xyz/"), status(0.8));
    assertTrue(status(1).contains("is no RE2 expression"), status(1));
    assertEquals("a", shown(1));
  }

  @Test
  void aWindowOfAnotherSizeIsDrawnAnew() throws IOException {
    window.resize(2.5, 30, 4).look(2.6).resize(3.5, 100, 30).look(3.6).press(4, "q");
    play();
    assertEquals("abc", window.row(2.6, 0));
    assertTrue(window.row(2.6, -1).contains("0:02"), window.looked(2.6));
    assertTrue(window.row(3.6, 0).startsWith("abcd"), window.looked(3.6));
    assertTrue(window.row(3.6, 5).startsWith("\u2500".repeat(40) + "\u2518"), "a border below");
  }

  @Test
  void whereThereIsNoRoomTheCursorStaysInViewAndThatIsSaid() throws IOException {
    record(
        new WindowSize(100, 30),
        output(0, "top left\033[30;91Hhere\033[15;50Hmiddle"),
        output(9, ""));
    window.size(60, 11).look(0.5).press(1, "q");
    play();
    assertTrue(window.looked(0.5).contains("middle"), window.looked(0.5));
    assertFalse(window.looked(0.5).contains("top left"));
    assertTrue(status(0.5).contains("60x10 of 100x30"), status(0.5));
  }

  @Test
  void everyWindowHasRoomForSomething() throws IOException {
    for (int rows = 1; rows <= 6; rows++) {
      for (int columns = 1; columns <= 50; columns += columns < 8 ? 1 : 7) {
        try (var small =
            new PlayedSession(
                folder.resolve(columns + "x" + rows),
                new WindowSize(40, 5),
                PlayedSession.letters())) {
          small.window.size(columns, rows).press(1.5, " m?").press(1.6, "?/a").press(1.7, "\r:99");
          small.window.press(1.8, "\r").press(1.9, "n,.").press(2, "q");
          small.play(PlayOptions.PLAIN.withTitle("a title 界 that is rather long"));
          AllowedOutput.check(small.window.written().getBytes(StandardCharsets.UTF_8));
        }
        if (columns > 20 && rows > 3) {
          break;
        }
      }
    }
  }

  @Test
  void suspendingGivesTheTerminalBackAndComesBackToTheSameMoment() throws IOException {
    window.press(2.5, "\032").look(2.6).look(2.9).happen(3.2, HostInput.Simple.SUSPEND).look(3.3);
    window.press(4, "q");
    play();
    assertEquals(2, window.suspended);
    assertEquals("abc", shown(2.6));
    assertEquals("abc", shown(2.9));
    assertEquals("abcd", shown(3.3));
  }

  @Test
  void afterBeingContinuedEverythingIsDrawnAgain() throws IOException {
    window.watch(2.4, terminal -> terminal.feed("\033c$ fg".getBytes(StandardCharsets.UTF_8)));
    window.happen(2.5, HostInput.Simple.CONTINUED).look(2.6).press(3, "q");
    play();
    assertEquals("abc", shown(2.6));
    assertTrue(status(2.6).contains("0:02"), status(2.6));
  }

  @Test
  void manyEventsAreDrawnSixtyTimesASecondAtMost() throws IOException {
    var events = new ArrayList<Event>();
    for (int i = 0; i <= 2000; i++) {
      events.add(output(i / 1000.0, "line " + i + "\r\n"));
    }
    record(new WindowSize(40, 5), events.toArray(Event[]::new));
    play();
    assertTrue(window.draws <= 130, window.draws + " times in 2 s");
    assertTrue(window.draws >= 100, window.draws + " times in 2 s");
    assertTrue(window.text().contains("line 2000"), window.text());
    assertEquals(2, window.seconds(), 0.1);
  }

  @Test
  void whileNothingHappensNothingIsDrawnButTheTime() throws IOException {
    record(new WindowSize(40, 5), output(0, "a"), output(60, "b"));
    window.press(30.5, "q");
    play();
    assertTrue(window.draws <= 40, window.draws + " times in 30 s");
  }

  @Test
  void theTerminalIsRestoredAlsoWhenItCannotBeWrittenTo() {
    window.breakDown(1.5);
    assertThrows(IOException.class, () -> session.play(PlayOptions.PLAIN));
    assertEquals(1, window.restored);
  }

  @Test
  void theTerminalIsRestoredAlsoWhenThePlayerFails() {
    Landmarks failing =
        () -> {
          throw new IllegalStateException("no landmarks");
        };
    assertThrows(IllegalStateException.class, () -> session.play(PlayOptions.PLAIN, failing));
    assertLeft();
  }

  @Test
  void theTitleIsInTheStatusLineAndHarmless() throws IOException {
    window.look(0.5).press(1, "q");
    play(PlayOptions.PLAIN.withTitle("fix\033]0;x\007 \u202elogin"));
    assertTrue(status(0.5).contains("fix\ufffd]0;x\ufffd \ufffdlogin"), status(0.5));
  }
}
