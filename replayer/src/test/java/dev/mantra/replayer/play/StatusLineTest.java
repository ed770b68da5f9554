package dev.mantra.replayer.play;

import static dev.mantra.replayer.play.PlayedSession.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.terminal.Color;
import dev.mantra.terminal.Style;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StatusLineTest {

  private static final Landmark BUG =
      new Landmark(30 * SECOND, Landmark.Kind.MARKER, "the bug", "");

  private static Dashboard dashboard(
      Dashboard.State state, long position, double speed, String message) {
    return new Dashboard(
        state,
        position,
        60 * SECOND,
        speed,
        Optional.of(Duration.ofMillis(1500)),
        "fix the login",
        message,
        Optional.empty(),
        Optional.empty(),
        Dashboard.Panel.NONE,
        Dashboard.Pane.NONE,
        List.of(BUG),
        position >= BUG.at() ? 0 : -1);
  }

  private static Picture drawn(Dashboard dashboard, int columns, StatusColors colors) {
    var picture = new Picture(columns, 1);
    new StatusLine(colors).draw(dashboard, "80x23 of 120x40", picture, 0);
    return picture;
  }

  private static String text(Picture picture) {
    var text = new StringBuilder();
    for (int x = 0; x < picture.columns(); x++) {
      text.append(picture.text(0, x));
    }
    return text.toString();
  }

  private static String text(Dashboard dashboard, int columns) {
    return text(drawn(dashboard, columns, StatusColors.PLAIN));
  }

  @Test
  void aWideWindowShowsEverything() {
    var text = text(dashboard(Dashboard.State.PAUSED, 45 * SECOND, 0.5, ""), 140);
    for (var part :
        List.of(
            "\u2016 paused",
            "0:45 / 1:00",
            "\u00d70.5",
            "80x23 of 120x40",
            "idle \u2264 1.5 s",
            "\u25c6 the bug",
            "fix the login")) {
      assertTrue(text.contains(part), part + " is not in " + text);
    }
  }

  @Test
  void theBarIsAsFullAsTheSessionIsOverAndShowsMarkers() {
    var text = text(dashboard(Dashboard.State.PLAYING, 15 * SECOND, 1, ""), 140);
    int done = (int) text.chars().filter(c -> c == '\u2501').count();
    int left = (int) text.chars().filter(c -> c == '\u2500').count();
    assertEquals(0.25, (double) done / (done + left + 1), 0.03);
    assertEquals(1, text.chars().filter(c -> c == '\u253c').count());
    var end = text(dashboard(Dashboard.State.END, 60 * SECOND, 1, ""), 140);
    assertTrue(end.contains("\u25a0 end") && !end.contains("\u2500"), end);
    assertTrue(end.contains("\u253f"), end);
  }

  @Test
  void whatMattersLessIsLeftOutFirst() {
    var text = text(dashboard(Dashboard.State.PLAYING, 45 * SECOND, 2, ""), 60);
    assertTrue(text.contains("\u00d72") && text.contains("80x23"), text);
    assertFalse(text.contains("fix the login"), text);
    var narrow = text(dashboard(Dashboard.State.PLAYING, 45 * SECOND, 2, ""), 18);
    assertTrue(narrow.contains("0:45 / 1:00"), narrow);
  }

  @Test
  void aMessageTakesThePlaceOfTheRest() {
    var text = text(dashboard(Dashboard.State.PAUSED, 0, 2, "nothing found"), 80);
    assertTrue(text.contains("0:00 / 1:00  nothing found") && !text.contains("\u00d72"), text);
  }

  @Test
  void withoutColorsItIsReversed() {
    var dashboard = dashboard(Dashboard.State.PLAYING, 0, 1, "");
    var plain = drawn(dashboard, 80, StatusColors.PLAIN);
    var colored = drawn(dashboard, 80, StatusColors.COLORED);
    for (int x = 0; x < 80; x++) {
      assertEquals(Color.STANDARD, plain.style(0, x).background());
      assertTrue(plain.style(0, x).has(Style.INVERSE));
      assertTrue(colored.style(0, x).background() instanceof Color.Indexed);
    }
  }

  @Property(tries = 300)
  void everyWidthHasRoomForSomething(
      @ForAll @IntRange(min = 1, max = 200) int columns,
      @ForAll @LongRange(min = 0, max = 60 * SECOND) long position,
      @ForAll Dashboard.State state,
      @ForAll String message) {
    var shown = text(dashboard(state, position, 1, message), columns);
    assertEquals(columns == 1, shown.isBlank(), "the state is told wherever there is room for it");
    var input = new InputLine("/");
    input.press(new Key.Pasted(message));
    var typing = dashboard(state, position, 1, message);
    var asked =
        new Dashboard(
            typing.state(),
            typing.position(),
            typing.duration(),
            typing.speed(),
            typing.idleLimit(),
            typing.title(),
            typing.message(),
            Optional.of(input.typed()),
            typing.search(),
            typing.panel(),
            typing.pane(),
            typing.landmarks(),
            typing.reached());
    var cursor = drawn(asked, columns, StatusColors.PLAIN).cursor().orElseThrow();
    assertTrue(cursor.column() < columns);
  }

  @Test
  void ofALongInputTheEndIsShown() {
    var input = new InputLine("/");
    input.press(new Key.Pasted("0123456789"));
    var typing = dashboard(Dashboard.State.PAUSED, 0, 1, "");
    var picture = new Picture(6, 1);
    new StatusLine(StatusColors.PLAIN)
        .draw(
            new Dashboard(
                typing.state(),
                0,
                0,
                1,
                Optional.empty(),
                "",
                "",
                Optional.of(input.typed()),
                Optional.empty(),
                Dashboard.Panel.NONE,
                Dashboard.Pane.NONE,
                List.of(),
                -1),
            "",
            picture,
            0);
    assertEquals("56789 ", text(picture));
    assertEquals(5, picture.cursor().orElseThrow().column());
  }
}
