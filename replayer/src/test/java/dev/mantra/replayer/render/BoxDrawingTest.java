package dev.mantra.replayer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BoxDrawingTest {

  private static final List<String> SIDES = List.of("UP", "RIGHT", "DOWN", "LEFT");
  private static final Map<String, Integer> WEIGHTS =
      Map.of("LIGHT", 1, "SINGLE", 1, "HEAVY", 2, "DOUBLE", 3);

  private static final Pattern BOX =
      Pattern.compile("M(-?[0-9.]+) (-?[0-9.]+)h([0-9.]+)v([0-9.]+)h-[0-9.]+z");

  @Test
  void theArmsAreThoseOfTheCharactersNames() {
    int named = 0;
    for (int code = 0x2500; code < 0x2580; code++) {
      var name = Character.getName(code);
      if (name.matches(".*(DASH|ARC|DIAGONAL).*")) {
        continue;
      }
      named++;
      var expected = arms(name);
      for (int side = 0; side < 4; side++) {
        assertEquals(expected[side], BoxDrawing.weight(code, side), name + ", " + SIDES.get(side));
      }
    }
    assertEquals(109, named);
  }

  @Test
  void everyShapeIsDrawnAndNoTwoAreTheSame() {
    var seen = new HashMap<String, String>();
    for (int code = 0x2500; code <= 0x259F; code++) {
      var path = new PathData().at(0, 0);
      Shapes.draw(code, path);
      assertFalse(path.isEmpty(), Integer.toHexString(code));
      if (Shapes.strength(code) == 100) {
        var other = seen.putIfAbsent(path.toString(), Integer.toHexString(code));
        assertNull(other, Integer.toHexString(code));
      }
    }
  }

  @Test
  void figuresStayInTheirCellSaveDiagonals() {
    for (int code = 0x2500; code <= 0x259F; code++) {
      if (Character.getName(code).contains("DIAGONAL")) {
        continue;
      }
      var path = new PathData().at(0, 0);
      Shapes.draw(code, path);
      var box = BOX.matcher(path.toString());
      while (box.find()) {
        double x = Double.parseDouble(box.group(1));
        double y = Double.parseDouble(box.group(2));
        assertTrue(x >= 0 && y >= 0, box.group());
        assertTrue(x + Double.parseDouble(box.group(3)) <= CellSize.WIDTH, box.group());
        assertTrue(y + Double.parseDouble(box.group(4)) <= CellSize.HEIGHT, box.group());
      }
    }
  }

  /** For example DOWN LIGHT AND RIGHT UP HEAVY, LIGHT LEFT AND HEAVY RIGHT, HEAVY DOWN AND LEFT. */
  private static int[] arms(String name) {
    var parts = List.of(name.replace("BOX DRAWINGS ", "").split(" AND ", -1));
    var arms = new int[4];
    int carried = 0;
    for (var part : parts) {
      var words = List.of(part.split(" ", -1));
      var own = words.stream().filter(WEIGHTS::containsKey).map(WEIGHTS::get).findFirst();
      int weight = own.orElse(carried);
      carried = weight;
      var sides = new HashSet<>(words);
      if (sides.contains("VERTICAL")) {
        sides.addAll(List.of("UP", "DOWN"));
      }
      if (sides.contains("HORIZONTAL")) {
        sides.addAll(List.of("LEFT", "RIGHT"));
      }
      for (int side = 0; side < 4; side++) {
        arms[side] = sides.contains(SIDES.get(side)) ? weight : arms[side];
      }
    }
    return arms;
  }
}
