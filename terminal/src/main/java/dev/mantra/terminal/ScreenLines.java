package dev.mantra.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The lines on a screen.
 *
 * @param cursor the one with the cursor; -1 when it is on none, or in a box
 */
record ScreenLines(List<String> texts, int cursor) {

  /**
   * @param joining makes what joins the rows
   */
  static ScreenLines of(Terminal terminal, Function<Consumer<String>, LineJoiner> joining) {
    List<String> texts = new ArrayList<>();
    var joiner = joining.apply(texts::add);
    int cursor = -1;
    for (int y = 0; y < terminal.rows(); y++) {
      int size = texts.size();
      var row = terminal.line(y);
      joiner.add(row);
      if (y == terminal.cursorRow() && texts.size() > size && !row.text().isBlank()) {
        cursor = texts.size() - 1;
      }
    }
    joiner.end();
    return new ScreenLines(texts, cursor);
  }

  /**
   * Which line is an old one with more text; -1 when none is. It is where it was, behind the line
   * it was behind: when a command, its output and the next prompt come at once, there is a line of
   * the old text, too, and that is another one.
   *
   * @param shown the lines that were on the screen before
   */
  int grown(ShownLine old, List<ShownLine> shown) {
    int index = shown.indexOf(old);
    if (index < 0) {
      return -1;
    }
    int place = index == 0 ? 0 : behind(shown.subList(0, index));
    return place < texts.size() && old.grewTo(texts.get(place)) ? place : -1;
  }

  /**
   * Where the line is that follows some that were shown; the number of lines when it is nowhere.
   */
  private int behind(List<ShownLine> before) {
    var last = before.getLast().text;
    long equal = before.stream().filter(line -> line.text.equals(last)).count();
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).equals(last) && --equal == 0) {
        return i + 1;
      }
    }
    return texts.size();
  }
}
