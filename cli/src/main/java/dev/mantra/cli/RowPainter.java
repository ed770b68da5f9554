package dev.mantra.cli;

import java.util.List;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;

/**
 * Writes the rows of a window that have changed, each whole: a terminal may take a character for
 * wider or narrower than we do, and the next row is right again.
 */
final class RowPainter {

  private static final int COLORS = 256;

  private List<AttributedString> shown = List.of();

  /** The window may show anything now. */
  void forget() {
    shown = List.of();
  }

  /**
   * What makes the window show these rows, with the cursor in the first one.
   *
   * @param cursor its column, counted from 0
   */
  String paint(List<AttributedString> rows, int cursor) {
    // In one piece (mode 2026), without the cursor being seen on its way (mode 25).
    var out = new StringBuilder("\033[?2026h\033[?25l");
    if (shown.isEmpty()) {
      out.append("\033[0m\033[2J");
    }
    for (int row = 0; row < rows.size(); row++) {
      if (row >= shown.size() || !rows.get(row).equals(shown.get(row))) {
        out.append("\033[").append(row + 1).append(";1H\033[0m\033[K");
        out.append(rows.get(row).toAnsi(COLORS, ForceMode.None)).append("\033[0m");
      }
    }
    shown = List.copyOf(rows);
    return out.append("\033[1;").append(cursor + 1).append("H\033[?25h\033[?2026l").toString();
  }
}
