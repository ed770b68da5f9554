package dev.mantra.replayer.play;

import com.google.re2j.Pattern;
import dev.mantra.terminal.Terminal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds what is searched for on a screen. Rows that go on in the next one are one line. */
final class ScreenHits {

  static final BitSet NONE = new BitSet();

  private ScreenHits() {}

  /** The cells of all hits, by row times the terminal's columns plus column. */
  static BitSet find(Pattern pattern, Terminal terminal) {
    var cells = new BitSet();
    var text = new StringBuilder();
    // the cell of each char of the text
    List<Integer> places = new ArrayList<>();
    for (int row = 0; row < terminal.rows(); row++) {
      var line = terminal.line(row);
      for (int column = 0; column < line.columns(); column++) {
        var character = line.textAt(column);
        text.append(character);
        for (int i = 0; i < character.length(); i++) {
          places.add(row * terminal.columns() + column);
        }
      }
      if (!line.wrapped() || row == terminal.rows() - 1) {
        mark(pattern, text, places, terminal, cells);
        text.setLength(0);
        places.clear();
      }
    }
    return cells;
  }

  private static void mark(
      Pattern pattern, StringBuilder text, List<Integer> places, Terminal terminal, BitSet cells) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    var matcher = pattern.matcher(text.substring(0, end));
    while (matcher.find()) {
      for (int i = matcher.start(); i < matcher.end(); i++) {
        int cell = places.get(i);
        cells.set(cell);
        int row = cell / terminal.columns();
        int column = cell % terminal.columns();
        if (terminal.line(row).widthAt(column) == 2) {
          cells.set(cell + 1);
        }
      }
    }
  }
}
