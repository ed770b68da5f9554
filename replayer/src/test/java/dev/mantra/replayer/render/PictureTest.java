package dev.mantra.replayer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void neighboursOfOneBackgroundAreOneRectangle() {
    var picture = picture(10, 4, "\u001b[41m a \r\n b \r\n  \u001b[42m \u001b[0m\r\n\u001b[?25l");
    var red = picture.rows().getFirst().getFirst().look().background();
    var areas = Backgrounds.of(picture);
    assertEquals(3, areas.size());
    assertEquals(new Backgrounds.Area(0, 0, 3, 2, red), areas.getFirst());
    assertEquals(new Backgrounds.Area(0, 2, 2, 1, red), areas.get(1));
  }

  @Test
  void aBlockCursorTurnsTheColoursOfItsCellRound() {
    var row = picture(5, 1, "abc\u001b[2D").rows().getFirst();
    assertEquals(List.of("a", "b", "c"), row.stream().map(PictureTest::text).toList());
    var plain = row.getFirst().look();
    assertEquals(plain.background(), row.get(1).look().foreground());
    assertEquals(plain.foreground(), row.get(1).look().background());
  }

  @Test
  void aCursorCoversBothCellsOfAWideCharacter() {
    var row = picture(5, 1, "漢\u001b[2G").rows().getFirst();
    assertEquals(2, row.getFirst().columns());
    assertTrue(row.getFirst().look().background() != Theme.of(new Terminal(1, 1)).background());
  }

  @Test
  void aCursorBehindTheTextIsDrawn() {
    var row = picture(9, 1, "ab\u001b[6G").rows().getFirst();
    assertEquals(5, row.getLast().column());
    assertEquals(1, row.getLast().columns());
  }

  @Test
  void hiddenTextIsInNoPicture() {
    var row = picture(9, 1, "\u001b[?25l\u001b[8;41mgone").rows().getFirst();
    assertEquals("    ", text(row.getFirst()));
  }

  @Test
  void charactersThatMayBeInNoFontStandAlone() {
    var chunks = picture(20, 1, "\u001b[?25lab漢─┐ё→").rows().getFirst().getFirst().chunks();
    assertEquals(
        List.of("TEXT ab", "SINGLE 漢", "SHAPES ─┐", "TEXT ё", "SINGLE →"),
        chunks.stream().map(chunk -> chunk.kind() + " " + chunk.text()).toList());
  }

  private static Picture picture(int columns, int rows, String output) {
    var screen = new Terminal(columns, rows);
    screen.feed(output.getBytes(StandardCharsets.UTF_8));
    return Picture.of(screen);
  }

  private static String text(Piece piece) {
    var text = new StringBuilder();
    piece.glyphs().forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }
}
