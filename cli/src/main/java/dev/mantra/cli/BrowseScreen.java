package dev.mantra.cli;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * What {@code mantra browse} shows, from top to bottom: the query, the list, the place that is
 * chosen, and the keys.
 */
final class BrowseScreen {

  private static final String PROMPT = "search: ";
  private static final String KEYS =
      " type to search · ↑ ↓ choose · Enter play · Esc clear, then quit";

  /** Below this height there is only the list. */
  private static final int ROOM_FOR_PREVIEW = 14;

  private final int columns;
  private final int rows;

  BrowseScreen(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** How many rows the list has. */
  int listHeight() {
    int room = rows - 2;
    return rows < ROOM_FOR_PREVIEW ? Math.max(1, room) : room * 2 / 5;
  }

  /** How many rows the preview has. */
  int previewHeight() {
    return rows < ROOM_FOR_PREVIEW ? 0 : rows - listHeight() - 3;
  }

  /** The cursor is where the query goes on. */
  int cursor(QueryLine query) {
    return Math.min(columns - 1, new AttributedString(query(query)).columnLength());
  }

  /**
   * All rows, each as wide as the window.
   *
   * @param below what is shown of the place that is chosen
   */
  List<AttributedString> lines(
      QueryLine query, String remark, BrowseList list, List<AttributedString> below) {
    var lines = new ArrayList<AttributedString>();
    lines.add(top(query, remark));
    for (var row : list.window(listHeight())) {
      lines.add(listed(row, list.isChosen(row)));
    }
    fill(lines, 1 + listHeight());
    if (previewHeight() > 0) {
      lines.add(faint("─".repeat(columns)));
      below.stream().limit(previewHeight()).forEach(line -> lines.add(cut(line)));
      fill(lines, rows - 1);
    }
    lines.add(faint(KEYS));
    return lines;
  }

  private void fill(List<AttributedString> lines, int count) {
    while (lines.size() < count) {
      lines.add(AttributedString.EMPTY);
    }
  }

  private static String query(QueryLine query) {
    return PROMPT + SafeText.of(query.text());
  }

  private AttributedString top(QueryLine query, String remark) {
    var line = new AttributedStringBuilder();
    line.append(query(query));
    line.styled(AttributedStyle.DEFAULT.faint(), "   " + SafeText.of(remark));
    return cut(line.toAttributedString());
  }

  private AttributedString listed(BrowseRow row, boolean chosen) {
    var line = new AttributedStringBuilder();
    line.append(chosen ? "> " : "  ");
    line.append(row.text());
    if (!chosen) {
      return cut(line.toAttributedString());
    }
    line.append(" ".repeat(Math.max(0, columns - line.columnLength())));
    var text = line.toAttributedString();
    return cut(new AttributedString(text, AttributedStyle.INVERSE));
  }

  private AttributedString faint(String text) {
    return cut(new AttributedString(text, AttributedStyle.DEFAULT.faint()));
  }

  private AttributedString cut(AttributedString line) {
    return line.columnLength() > columns ? line.columnSubSequence(0, columns) : line;
  }
}
