package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.terminal.Color;
import dev.mantra.terminal.CursorShape;
import dev.mantra.terminal.Style;
import dev.mantra.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class ScreenPainterTest {

  private static final List<String> ATOMS =
      List.of(
          "hello ",
          "wrap me around the end of this row ",
          "a",
          " ",
          "\n",
          "\r",
          "\b",
          "日本語",
          "界",
          "e\u0301",
          "\u0301",
          "é│─┐█",
          "☔",
          "❤\ufe0f",
          "❤",
          "👩\u200d👧",
          "👩\u200d",
          "👧",
          "👍🏽",
          "🏽",
          "🇫🇷",
          "🇫",
          "\u1100",
          "\u1161\u11a8",
          "क\u094d",
          "\u200dष",
          "\u0600",
          "\u202e",
          "\ue0b0",
          "\u00ad",
          "\u2028",
          "\033[K",
          "\033[1K",
          "\033[2J",
          "\033[2;3H",
          "\033[H",
          "\033[1;9H",
          "\033[3;1H",
          "\033[2P",
          "\033[3@",
          "\033[L",
          "\033[M",
          "\033[A",
          "\033[4C",
          "\033[D",
          "\033[m",
          "\033[1m",
          "\033[2;3m",
          "\033[4m",
          "\033[4:3m",
          "\033[4:2;58:2::9:8:7m",
          "\033[58:5:200m",
          "\033[5;7;8;9;53m",
          "\033[31m",
          "\033[95m",
          "\033[44m",
          "\033[103m",
          "\033[38;5;99;48;5;17m",
          "\033[38;2;1;2;3;48;2;250;0;128m",
          "\033[?25l",
          "\033[?25h",
          "\033[?5h",
          "\033[?5l",
          "\033[3 q",
          "\033[5 q",
          "\033[1 q",
          "\033[?1049h",
          "\033[?1049l",
          "\033[?2027l",
          "\033[?7l",
          "\033[?7h",
          "\033]4;1;#102030\033\\",
          "\033]10;#ffeedd\033\\",
          "\033]11;#000011\033\\",
          "\033]8;;http://example.org\033\\");

  /** Something that happens to the recorded terminal or to the window before the next drawing. */
  sealed interface Step {
    record Output(String text) implements Step {}

    record ResizeRecorded(int columns, int rows) implements Step {}

    record ResizeWindow(int columns, int rows) implements Step {}

    record Forget() implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> output =
        Arbitraries.of(ATOMS)
            .list()
            .ofMinSize(1)
            .ofMaxSize(12)
            .map(atoms -> new Step.Output(String.join("", atoms)));
    var columns = Arbitraries.of(1, 2, 3, 5, 8, 12, 20);
    var rows = Arbitraries.of(1, 2, 3, 4, 6);
    Arbitrary<Step> recorded =
        Combinators.combine(columns, rows).as((c, r) -> new Step.ResizeRecorded(c, r));
    Arbitrary<Step> window =
        Combinators.combine(columns, rows).as((c, r) -> new Step.ResizeWindow(c, r));
    return Arbitraries.frequencyOf(
            Tuple.of(10, output),
            Tuple.of(1, recorded),
            Tuple.of(1, window),
            Tuple.of(1, Arbitraries.just(new Step.Forget())))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** Draws a recorded terminal into a window, which is a terminal itself, again and again. */
  private static final class Drawing {
    private final Terminal recorded = new Terminal(12, 4);
    private final Terminal window = new Terminal(12, 4);
    private final RecordedScreen screen = new RecordedScreen();
    private final ScreenPainter painter = new ScreenPainter();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private Viewport viewport = Viewport.START;
    private Picture picture = new Picture(12, 4);

    Drawing() {
      write(painter.enter());
    }

    void step(Step step) {
      switch (step) {
        case Step.Output(String text) -> recorded.feed(text.getBytes(StandardCharsets.UTF_8));
        case Step.ResizeRecorded(int columns, int rows) -> recorded.resize(columns, rows);
        case Step.ResizeWindow(int columns, int rows) -> window.resize(columns, rows);
        case Step.Forget() -> painter.forget();
      }
      var area = new Area(0, 0, window.rows(), window.columns());
      viewport = viewport.follow(recorded, area);
      picture = new Picture(window.columns(), window.rows());
      screen.draw(recorded, viewport, ScreenHits.NONE, picture, area);
      write(painter.paint(picture));
    }

    private void write(Bytes bytes) {
      written.writeBytes(bytes.toArray());
      window.feed(bytes.toArray());
    }
  }

  @Property
  void aWindowShowsThePictureWhateverItShowedBefore(@ForAll("steps") List<Step> steps) {
    var drawing = new Drawing();
    for (var step : steps) {
      drawing.step(step);
      assertShows(drawing.picture, drawing.window);
    }
    AllowedOutput.check(drawing.written.toByteArray());
    assertEquals(0, drawing.window.queries());
    assertEquals("", drawing.window.title());
  }

  @Property
  void aPictureHoldsTheRecordedCellsThatThereIsRoomFor(@ForAll("steps") List<Step> steps) {
    var drawing = new Drawing();
    for (var step : steps) {
      drawing.step(step);
      assertHolds(drawing.recorded, drawing.viewport, drawing.picture);
    }
  }

  private static void assertShows(Picture picture, Terminal window) {
    for (int y = 0; y < picture.rows(); y++) {
      var line = window.line(y);
      for (int x = 0; x < picture.columns(); x++) {
        var where = y + "," + x + " of '" + line.text() + "'";
        assertEquals(picture.text(y, x), line.textAt(x), where);
        assertEquals(picture.style(y, x), line.styleAt(x), where);
      }
    }
    assertEquals(picture.cursor().isPresent(), window.isCursorVisible());
    picture
        .cursor()
        .ifPresent(
            cursor -> {
              assertEquals(cursor.row(), window.cursorRow());
              assertEquals(cursor.column(), window.cursorColumn());
              assertEquals(cursor.shape(), window.cursorShape());
            });
    assertFalse(window.inSynchronizedUpdate());
  }

  private static void assertHolds(Terminal recorded, Viewport viewport, Picture picture) {
    int rows = Math.min(picture.rows(), recorded.rows() - viewport.row());
    int columns = Math.min(picture.columns(), recorded.columns() - viewport.column());
    for (int y = 0; y < rows; y++) {
      var line = recorded.line(viewport.row() + y);
      for (int x = 0; x < columns; x++) {
        int column = viewport.column() + x;
        var shown = picture.text(y, x);
        var text = line.textAt(column);
        boolean isTail = line.widthAt(column) == 0;
        boolean harmless = isPlain(isTail ? line.textAt(column - 1) : text);
        boolean cut =
            (line.widthAt(column) == 2 && x + 1 == columns)
                || (line.widthAt(column) == 0 && x == 0);
        if (harmless && !cut) {
          assertEquals(text, shown, y + "," + x);
        } else {
          assertTrue(
              List.of(text, Picture.BLANK, ShownText.REPLACEMENT).contains(shown), y + "," + x);
        }
        assertEquals(
            line.styleAt(column).attributes() & ~Style.INVERSE,
            picture.style(y, x).attributes() & ~Style.INVERSE);
      }
    }
    if (recorded.isCursorVisible()) {
      var cursor = picture.cursor().orElseThrow();
      assertEquals(recorded.cursorRow() - viewport.row(), cursor.row());
      assertEquals(recorded.cursorColumn() - viewport.column(), cursor.column());
    }
  }

  /** What no terminal could take for anything else. */
  private static boolean isPlain(String text) {
    return text.length() == 1 && (text.charAt(0) < 0x7f || "日本語界é│─┐█".contains(text));
  }

  @Test
  void colorsAreThoseThatTheRecordingSees() {
    var drawing = new Drawing();
    drawing.step(new Step.Output("\033]4;1;#102030\033\\\033]11;#000011\033\\\033[31;44mx"));
    var style = drawing.picture.style(0, 0);
    assertEquals(new Color.Rgb(0x102030), style.foreground());
    assertEquals(new Color.Indexed(4), style.background());
    assertEquals(new Color.Rgb(0x000011), drawing.picture.style(1, 0).background());
    drawing.step(new Step.Output("\033[?5h"));
    assertTrue(drawing.picture.style(0, 0).has(Style.INVERSE));
  }

  @Test
  void whatDoesNotChangeIsNotWrittenAgain() {
    var painter = new ScreenPainter();
    painter.enter();
    painter.paint(picture("some text", "and more"));
    assertTrue(painter.paint(picture("some text", "and more")).isEmpty());
    var change = painter.paint(picture("some text", "and mare")).toUtf8();
    assertEquals("\033[?2026h\033[2;6Ha\033[?2026l", change);
  }

  @Test
  void aRowThatGetsShorterIsErasedToItsEnd() {
    var painter = new ScreenPainter();
    painter.enter();
    painter.paint(picture("some text", ""));
    assertEquals(
        "\033[?2026h\033[1;5H\033[K\033[?2026l", painter.paint(picture("some", "")).toUtf8());
  }

  @Test
  void theCursorIsHiddenWhileItIsDrawnAround() {
    var painter = new ScreenPainter();
    painter.enter();
    var first = picture("ab", "");
    first.showCursor(1, 0, CursorShape.BAR);
    assertTrue(painter.paint(first).toUtf8().endsWith("\033[2;1H\033[6 q\033[?25h\033[?2026l"));
    var second = picture("ac", "");
    second.showCursor(1, 0, CursorShape.BAR);
    assertEquals(
        "\033[?2026h\033[?25l\033[1;2Hc\033[2;1H\033[?25h\033[?2026l",
        painter.paint(second).toUtf8());
    var moved = picture("ac", "");
    moved.showCursor(0, 1, CursorShape.BAR);
    assertEquals("\033[1;2H", painter.paint(moved).toUtf8());
    assertTrue(painter.leave().toUtf8().contains("\033[0 q"), "the user's own form comes back");
  }

  @Test
  void aCharacterThatTerminalsDisagreeAboutIsFollowedByAnAddress() {
    var painter = new ScreenPainter();
    painter.enter();
    var picture = new Picture(10, 1);
    picture.put(0, 0, "❤\ufe0f", 2, Style.PLAIN);
    picture.put(0, 2, "x", 1, Style.PLAIN);
    assertTrue(painter.paint(picture).toUtf8().contains("❤\ufe0f\033[1;3Hx"));
  }

  @Test
  void aStyleThatLooksTheSameIsWrittenOnce() {
    var bold =
        new Style(Color.STANDARD, Color.STANDARD, Color.STANDARD, Style.BOLD, Optional.empty());
    var painter = new ScreenPainter();
    painter.enter();
    var picture = new Picture(10, 1);
    picture.write(0, 0, 10, "bold", bold);
    assertEquals(1, painter.paint(picture).toUtf8().split("\033\\[0;1m", -1).length - 1);
  }

  private static Picture picture(String... rows) {
    var picture = new Picture(10, rows.length);
    for (int y = 0; y < rows.length; y++) {
      picture.write(y, 0, 10, rows[y], Style.PLAIN);
    }
    return picture;
  }

  @Test
  void puttingSomethingOverHalfOfAWideCharacterBlanksTheOther() {
    var rows = new ArrayList<String>();
    for (int column = 0; column < 4; column++) {
      var picture = new Picture(4, 1);
      picture.put(0, 1, "界", 2, Style.PLAIN);
      picture.put(0, column, "x", 1, Style.PLAIN);
      var row = new StringBuilder();
      for (int x = 0; x < 4; x++) {
        row.append(picture.text(0, x));
      }
      rows.add(row.toString());
    }
    assertEquals(List.of("x界 ", " x  ", "  x ", " 界x"), rows);
  }
}
