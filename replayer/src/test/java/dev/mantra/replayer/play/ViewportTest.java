package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ViewportTest {

  private static Terminal cursorAt(int row, int column) {
    var terminal = new Terminal(100, 50);
    move(terminal, row, column);
    return terminal;
  }

  private static void move(Terminal terminal, int row, int column) {
    var sequence = "\033[" + (row + 1) + ";" + (column + 1) + "H";
    terminal.feed(sequence.getBytes(StandardCharsets.UTF_8));
  }

  @Property
  void theCursorIsAlwaysInViewAndNothingBesideTheScreen(
      @ForAll List<@IntRange(min = 0, max = 49) Integer> rows,
      @ForAll @IntRange(min = 0, max = 99) int column,
      @ForAll @IntRange(min = 1, max = 120) int columns,
      @ForAll @IntRange(min = 1, max = 60) int height) {
    var area = new Area(0, 0, height, columns);
    var viewport = Viewport.START;
    for (int row : rows) {
      viewport = viewport.follow(cursorAt(row, column), area);
      assertTrue(viewport.row() <= row && row < viewport.row() + height);
      assertTrue(viewport.column() <= column && column < viewport.column() + columns);
      assertTrue(viewport.row() >= 0 && viewport.row() <= Math.max(0, 50 - height));
      assertTrue(viewport.column() >= 0 && viewport.column() <= Math.max(0, 100 - columns));
    }
  }

  @Test
  void itMovesNoMoreThanItMust() {
    var area = new Area(0, 0, 10, 80);
    var viewport = Viewport.START.follow(cursorAt(9, 79), area);
    assertEquals(Viewport.START, viewport);
    viewport = viewport.follow(cursorAt(12, 90), area);
    assertEquals(new Viewport(3, 11), viewport);
    viewport = viewport.follow(cursorAt(5, 20), area);
    assertEquals(new Viewport(3, 11), viewport, "still in view");
    assertEquals(Viewport.START, viewport.follow(cursorAt(0, 0), area));
  }

  @Test
  void itIsNeededOnlyWhereThereIsNoRoom() {
    var terminal = new Terminal(100, 50);
    assertTrue(Viewport.isNeeded(terminal, new Area(0, 0, 50, 99)));
    assertTrue(Viewport.isNeeded(terminal, new Area(0, 0, 49, 100)));
    assertEquals(false, Viewport.isNeeded(terminal, new Area(0, 0, 50, 100)));
  }
}
