package dev.mantra.replayer.play;

import static dev.mantra.replayer.play.PlayedSession.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LandmarkPaneTest {

  private static Picture drawn(long position, List<Landmark> landmarks, int columns, int rows) {
    var picture = new Picture(columns, rows);
    var dashboard =
        new Dashboard(
            Dashboard.State.PAUSED,
            position,
            100 * SECOND,
            1,
            Optional.empty(),
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Dashboard.Panel.NONE,
            Dashboard.Pane.LANDMARKS,
            landmarks,
            (int) landmarks.stream().filter(mark -> mark.at() <= position).count() - 1);
    LandmarkPane.draw(dashboard, picture, new Area(0, 0, rows, columns));
    return picture;
  }

  private static String row(Picture picture, int row) {
    var text = new StringBuilder();
    for (int x = 1; x < picture.columns(); x++) {
      text.append(picture.text(row, x));
    }
    return text.toString().strip();
  }

  @Test
  void theOneThatWasReachedStandsOutAndShowsMoreOfItsText() {
    var landmarks =
        List.of(
            new Landmark(
                SECOND, Landmark.Kind.PROMPT, "1 you", "one two three four five six seven"),
            new Landmark(9 * SECOND, Landmark.Kind.MESSAGE, "2 claude", "a\nb\nc\nd\ne"));
    var before = drawn(0, landmarks, 12, 20);
    assertEquals("0:01 1 you", row(before, 0));
    assertEquals("one two th", row(before, 1));
    assertEquals("0:09 2 clau", row(before, 4).substring(0, 10) + "u");
    assertEquals("c", row(before, 7));
    assertEquals("", row(before, 8));
    var after = drawn(10 * SECOND, landmarks, 12, 20);
    assertEquals("e", row(after, 9));
    assertTrue(after.style(4, 7).has(Style.INVERSE));
    assertTrue(!before.style(4, 7).has(Style.INVERSE));
  }

  @Test
  void theOneThatWasReachedIsInView() {
    var landmarks = new ArrayList<Landmark>();
    for (int i = 0; i < 100; i++) {
      landmarks.add(new Landmark(i * SECOND, Landmark.Kind.MARKER, "m" + i, ""));
    }
    for (int reached = 0; reached < 100; reached++) {
      var picture = drawn(reached * SECOND, landmarks, 20, 10);
      var rows = new ArrayList<String>();
      for (int y = 0; y < 10; y++) {
        rows.add(row(picture, y));
      }
      int wanted = reached;
      assertTrue(rows.stream().anyMatch(row -> row.endsWith(" m" + wanted)), rows.toString());
    }
  }

  @Test
  void anEmptyOneSaysSo() {
    assertEquals("no messages or markers", row(drawn(0, List.of(), 30, 3), 0));
  }

  @Test
  void textThatWouldActOnATerminalIsHarmless() {
    var evil = new Landmark(0, Landmark.Kind.MESSAGE, "\033]0;x\007", "a\033[2Jb\u202ec");
    var picture = drawn(0, List.of(evil), 30, 4);
    assertEquals("0:00 \ufffd]0;x\ufffd", row(picture, 0));
    assertEquals("a\ufffd[2Jb\ufffdc", row(picture, 1));
  }

  @Test
  void aNarrowWindowHasNoRoomForOne() {
    assertEquals(0, LandmarkPane.columns(39));
    assertEquals(20, LandmarkPane.columns(40));
    assertEquals(60, LandmarkPane.columns(500));
  }
}
