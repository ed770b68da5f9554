package dev.mantra.replayer;

import static dev.mantra.replayer.Recorded.MILLI;
import static dev.mantra.replayer.Recorded.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Position;
import dev.mantra.formats.journal.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenSearchTest {

  @TempDir Path temp;

  private Recorded recorded;

  @BeforeEach
  void makeAStore() {
    recorded = new Recorded(temp);
  }

  /** Resolves the position in milliseconds, and checks that the screen then shows what it says. */
  private long shown(Session session, String regex, String onScreen) throws Exception {
    try (var replay = recorded.replay(session)) {
      long at = replay.timeline().resolve(new Position.Shown(regex));
      var text = replay.screenAt(at).text();
      assertTrue(text.contains(onScreen), text);
      return at / MILLI;
    }
  }

  @Test
  void aTextIsFoundWhereItWasFirstOnTheScreen() throws Exception {
    var session =
        recorded.session(
            output(0, "one\r\n"),
            output(1000, "two\r\n"),
            output(2000, "\033[H\033[2J"),
            output(3000, "two"),
            output(4000, "\033[H\033[2J"));
    assertEquals(1000, shown(session, "^t.o$", "two"));
  }

  @Test
  void ofALineThatGrowsTheMomentCountsWhenItMatched() throws Exception {
    var session =
        recorded.session(
            output(0, "loading"), output(1000, " the"), output(2000, " file"), output(3000, "."));
    assertEquals(2000, shown(session, "the file", "loading the file"));
  }

  @Test
  void ofAHalfDrawnUpdateTheMomentCountsWhenItIsSeen() throws Exception {
    var session =
        recorded.session(
            output(0, "\033[?2026hfound"), output(500, " it\033[?2026l"), output(2000, "."));
    assertEquals(500, shown(session, "found", "found it"));
  }

  @Test
  void aLineThatWrapsIsFoundWhole() throws Exception {
    var session = recorded.session(output(0, "$ "), output(1000, "a line that is longer than it"));
    assertEquals(1000, shown(session, "is longer than", "than"));
  }

  @Test
  void whatNoFrameShowedIsFoundWhereItWentBy() throws Exception {
    var events = "x\r\n".repeat(5) + "gone\r\n" + "y\r\n".repeat(5);
    var session = recorded.session(output(0, "$ "), output(1000, events));
    assertEquals(1000, shown(session, "gone", "y"));
  }

  @Test
  void whatIsOnTheScreenLaterComesBeforeWhatOnlyWentBy() throws Exception {
    var events = "gone\r\n" + "y\r\n".repeat(5);
    var session = recorded.session(output(1000, events), output(3000, "gone"), output(4000, "."));
    assertEquals(3000, shown(session, "gone", "gone"));
  }

  @Test
  void whatWasNeverShownIsAnError() throws Exception {
    var session = recorded.session(output(0, "a"), new Event.Marker(5, "typed"));
    try (var replay = recorded.replay(session)) {
      var none =
          assertThrows(
              NoSuchPositionException.class,
              () -> replay.timeline().resolve(new Position.Shown("b+")));
      assertEquals("no line of this session matches /b+/", none.getMessage());
      var wrong =
          assertThrows(
              NoSuchPositionException.class,
              () -> replay.timeline().resolve(new Position.Shown("(a")));
      assertTrue(String.valueOf(wrong.getMessage()).startsWith("/(a/ is no RE2 expression: "));
    }
  }
}
