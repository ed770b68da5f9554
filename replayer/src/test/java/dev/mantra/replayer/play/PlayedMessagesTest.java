package dev.mantra.replayer.play;

import static dev.mantra.replayer.play.PlayedSession.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.replayer.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The player and the conversation: two prompts, sent at 1 and 6 s, and what came of them. */
class PlayedMessagesTest {

  private static final List<Event> EVENTS =
      List.of(
          output(0, "$ "),
          Said.typed(500, "count the ships"),
          output(0.6, "count the ships"),
          Said.typed(1000, "\r"),
          output(1.1, "\r\n"),
          Said.prompt(1020, "p1", "count the ships"),
          Said.call(2000, "c1", "Bash", "{\"command\":\"ls harbor\"}"),
          Said.result(2400, "c1", "ship\nship"),
          Said.reply(4000, "r1", "I see two ships."),
          output(4.2, "I see two ships.\r\n"),
          new Event.Marker(5_000_000_000L, "lunch"),
          Said.typed(5500, "and boats"),
          output(5.6, "and boats"),
          Said.typed(6000, "\r"),
          output(6.1, "\r\n"),
          Said.prompt(6020, "p2", "and boats"),
          Said.reply(8000, "r2", "No boat."),
          output(8.2, "No boat.\r\n"),
          output(10, "$ "));

  @TempDir Path folder;
  private PlayedSession session;
  private FakeWindow window;

  @BeforeEach
  void record() throws IOException {
    session = new PlayedSession(folder, new WindowSize(40, 6), EVENTS);
    window = session.window;
    window.size(100, 12);
  }

  @AfterEach
  void close() throws IOException {
    session.close();
  }

  @Test
  void bracketsGoFromMessageToMessage() throws IOException {
    window.press(0.1, " ");
    window.press(0.2, "]").look(0.3).press(0.4, "]").look(0.5).press(0.6, "]").look(0.7);
    window.press(0.8, "]").look(0.9).press(1.0, "]").look(1.1).press(1.2, "[").look(1.3);
    window.press(1.4, "q");
    session.play(PlayOptions.PLAIN);
    assertTrue(status(0.3).contains("\u25c6 1 you"), status(0.3));
    assertTrue(status(0.5).contains("\u25c6 2 claude"), status(0.5));
    assertTrue(window.looked(0.5).contains("I see two ships."), window.looked(0.5));
    assertTrue(status(0.7).contains("\u25c6 3 you"), status(0.7));
    assertTrue(status(0.9).contains("\u25c6 4 claude"), status(0.9));
    assertTrue(status(1.1).contains("no message or marker after this"), status(1.1));
    assertTrue(status(1.3).contains("\u25c6 3 you"), status(1.3));
  }

  @Test
  void bracesGoFromPromptToPromptAndColonToAMessage() throws IOException {
    window.press(0.1, " }").look(0.2).press(0.3, "}").look(0.4).press(0.5, "{").look(0.6);
    window.press(0.7, ":4\r").look(0.8).press(0.9, ":user:2\r").look(1.0).press(1.1, "q");
    session.play(PlayOptions.PLAIN);
    assertTrue(status(0.2).contains("\u25c6 1 you"), status(0.2));
    assertTrue(status(0.4).contains("\u25c6 3 you"), status(0.4));
    assertTrue(status(0.6).contains("\u25c6 1 you"), status(0.6));
    assertTrue(status(0.8).contains("\u25c6 4 claude"), status(0.8));
    assertTrue(window.looked(0.8).contains("No boat."), window.looked(0.8));
    assertTrue(status(1.0).contains("\u25c6 3 you"), status(1.0));
  }

  @Test
  void thePaneFollowsTheConversationAsItMoves() throws IOException {
    window.press(0.1, "m").look(0.5).look(1.5).look(4.5).look(5.3).look(6.5).press(11, "q");
    session.play(PlayOptions.PLAIN);
    var listed = window.looked(0.5);
    assertTrue(listed.contains("0:01 1 you") && listed.contains("2 claude"), listed);
    assertTrue(listed.contains("\u00b7 1.1 Bash ls harbor"), listed);
    assertTrue(listed.contains("0:05 lunch"), listed);
    assertFalse(status(0.5).contains("\u25c6"), status(0.5));
    assertTrue(status(1.5).contains("\u25c6 1 you"), status(1.5));
    assertTrue(status(4.5).contains("\u25c6 2 claude"), status(4.5));
    assertTrue(status(5.3).contains("\u25c6 lunch"), status(5.3));
    assertTrue(status(6.5).contains("\u25c6 3 you"), status(6.5));
  }

  @Test
  void aSessionOfMessagesGoesThroughThoseAndNotThroughMarkers() throws IOException {
    var landmarks = Landmarks.of(session.replay()).all();
    assertEquals(
        List.of("1 you", "2 claude", "lunch", "3 you", "4 claude"),
        landmarks.stream().map(Landmark::label).toList());
  }

  private String status(double second) {
    return window.row(second, -1);
  }
}
