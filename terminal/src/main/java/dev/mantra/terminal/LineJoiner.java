package dev.mantra.terminal;

import java.util.function.Consumer;

/**
 * Makes lines as a reader sees them out of rows: soft-wrapped rows are one line, borders are not
 * text, and what is word-wrapped within a box is joined. Blank lines and rules are left out.
 */
final class LineJoiner {
  /** Characters that stand at the left and right of boxes. */
  private static final String BORDERS = "│┃║▌▐┆┊╎┇┋";

  private static final String BULLETS = "-*•●○▪◦⏺❯>☐☒✔✗";

  /** A box's text keeps at most so far from its right border. */
  private static final int PADDING = 3;

  /** A line that is longer is cut: a stream may never end one. */
  private static final int LONGEST = 1 << 16;

  private final Consumer<String> lines;

  /** The rows of a line that a soft wrap goes on after. */
  private final StringBuilder wrapped = new StringBuilder();

  /** The text of a box that the next row may go on with. */
  private final StringBuilder paragraph = new StringBuilder();

  private int boxLeft;
  private int boxRight;
  private int textEnd;

  LineJoiner(Consumer<String> lines) {
    this.lines = lines;
  }

  /** A joiner that goes on from here with other rows. */
  LineJoiner fork(Consumer<String> otherLines) {
    var fork = new LineJoiner(otherLines);
    fork.wrapped.append(wrapped);
    fork.paragraph.append(paragraph);
    fork.boxLeft = boxLeft;
    fork.boxRight = boxRight;
    fork.textEnd = textEnd;
    return fork;
  }

  void add(Line row) {
    if (row.wrapped() && wrapped.length() < LONGEST) {
      wrapped.append(row.paddedText());
    } else if (wrapped.isEmpty()) {
      row(row.text());
    } else {
      endParagraph();
      emit(inner(wrapped.append(row.text()).toString()));
      wrapped.setLength(0);
    }
  }

  /** No row goes on with what is unfinished. */
  void end() {
    endParagraph();
    if (!wrapped.isEmpty()) {
      emit(inner(wrapped.toString()));
      wrapped.setLength(0);
    }
  }

  private void row(String row) {
    String text = inner(row);
    int left = border(row, 0, 1);
    int right = border(row, row.length() - 1, -1);
    if (left < 0 || right <= left) {
      endParagraph();
      emit(text);
      return;
    }
    if (left == boxLeft && right == boxRight && continues(text)) {
      paragraph.append(' ').append(text);
    } else {
      endParagraph();
      paragraph.append(text);
    }
    boxLeft = left;
    boxRight = right;
    textEnd = row.substring(0, right).stripTrailing().length();
  }

  /** Whether the first word of this row had no room in the row before it. */
  private boolean continues(String text) {
    if (paragraph.isEmpty()
        || paragraph.length() >= LONGEST
        || text.isEmpty()
        || BULLETS.indexOf(text.charAt(0)) >= 0
        || text.indexOf('│') >= 0) {
      return false;
    }
    int space = text.indexOf(' ');
    int word = space < 0 ? text.length() : space;
    return textEnd + 1 + word > boxRight - PADDING;
  }

  private void endParagraph() {
    emit(paragraph.toString());
    paragraph.setLength(0);
  }

  private void emit(String text) {
    if (!text.isBlank()) {
      lines.accept(text);
    }
  }

  /** A row's text without the borders at its ends; nothing if it is but borders. */
  private static String inner(String row) {
    String text = row.strip();
    if (isRule(text)) {
      return "";
    }
    int from = isBorder(text, 0) ? 1 : 0;
    int to =
        text.length() > from && isBorder(text, text.length() - 1)
            ? text.length() - 1
            : text.length();
    return from == 0 && to == text.length()
        ? row.stripTrailing()
        : text.substring(from, to).strip();
  }

  /** The index of the border that is the first thing from {@code from} on, or -1. */
  private static int border(String row, int from, int step) {
    int i = from;
    while (i >= 0 && i < row.length() && row.charAt(i) == ' ') {
      i += step;
    }
    return i >= 0 && i < row.length() && isBorder(row, i) ? i : -1;
  }

  private static boolean isBorder(String text, int i) {
    return i < text.length() && BORDERS.indexOf(text.charAt(i)) >= 0;
  }

  /** Whether a text is made of box drawing characters and blanks alone. */
  private static boolean isRule(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && (c < '\u2500' || c > '\u257F')) {
        return false;
      }
    }
    return true;
  }
}
