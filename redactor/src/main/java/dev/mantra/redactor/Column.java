package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines below one another that belong together: all of a page, or what stands between two borders.
 */
final class Column {

  /** The characters {@code [start, end)} of the page. */
  record Line(int start, int end) {
    int length() {
      return end - start;
    }
  }

  /** Room for some lines. */
  private static final int LINES = 1024;

  private static final char FIRST_BORDER = '\u2500';

  private final String page;
  private final List<Line> lines;
  private final int width;
  private final int backslash;

  /**
   * @param width how long its lines can be; 0 where nothing limits them
   * @param backslash where the first one stands in the page; -1 where there is none
   */
  private Column(String page, List<Line> lines, int width, int backslash) {
    this.page = page;
    this.lines = lines;
    this.width = width;
    this.backslash = backslash;
  }

  List<Line> lines() {
    return lines;
  }

  int width() {
    return width;
  }

  /** How many characters its lines have, with their ends. */
  int length() {
    int length = 0;
    for (var line : lines) {
      length += line.length() + 1;
    }
    return length;
  }

  Reading reading() {
    var reading = new Reading.Builder(length());
    lines.forEach(line -> append(line, reading));
    return reading.build();
  }

  /** The lines that have a backslash; empty when none has. */
  Optional<Reading> withBackslashes() {
    int next = backslash;
    if (next < 0) {
      return Optional.empty();
    }
    var reading = new Reading.Builder(LINES);
    for (var line : lines) {
      if (next >= 0 && next < line.start()) {
        next = page.indexOf('\\', line.start());
      }
      if (next >= line.start() && next < line.end()) {
        append(line, reading);
      }
    }
    return reading.length() == 0 ? Optional.empty() : Optional.of(reading.build());
  }

  private void append(Line line, Reading.Builder reading) {
    reading.append(page, line.start(), line.end());
    reading.append('\n', line.end());
  }

  /** The columns of a page that has borders; none if it has no borders. */
  static List<Column> between(Text text) {
    List<Column> columns = new ArrayList<>();
    if (!hasBorder(text)) {
      return columns;
    }
    var page = text.toString();
    int backslash = page.indexOf('\\');
    List<Open> open = new ArrayList<>();
    int start = 0;
    while (start < page.length()) {
      int end = page.indexOf('\n', start);
      end = end < 0 ? page.length() : end;
      List<Open> now = new ArrayList<>();
      int left = start;
      for (int i = start; i <= end; i++) {
        boolean atEnd = i == end;
        if (atEnd || isBorder(page.charAt(i))) {
          if (!isRule(page, left, i)) {
            now.add(segment(left - start, atEnd ? -1 : i - start, new Line(left, i), open));
          }
          left = i + 1;
        }
      }
      open.removeAll(now);
      open.forEach(each -> each.close(page, backslash, columns));
      open = now;
      start = end + 1;
    }
    open.forEach(each -> each.close(page, backslash, columns));
    return columns;
  }

  private static Open segment(int left, int right, Line line, List<Open> before) {
    for (var each : before) {
      if (each.left == left && each.right == right) {
        each.lines.add(line);
        return each;
      }
    }
    var fresh = new Open(left, right);
    fresh.lines.add(line);
    return fresh;
  }

  private static boolean hasBorder(Text text) {
    if (text.mayReach(FIRST_BORDER)) {
      for (char c : text.characters()) {
        if (isBorder(c)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether nothing stands there, or a horizontal line, which ends a column. */
  private static boolean isRule(String page, int from, int to) {
    for (int i = from; i < to; i++) {
      if ("\u2500\u2501\u2550\u2504\u2505\u2508\u2509\u254C\u254D".indexOf(page.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Box drawing, without horizontal lines: those end a column because no text is in them. */
  private static boolean isBorder(char c) {
    return c >= FIRST_BORDER && c <= '\u257F' && c != '\u2500' && c != '\u2501' && c != '\u2550';
  }

  /** A column that may go on. */
  private static final class Open {
    private final int left;
    private final int right;
    private final List<Line> lines = new ArrayList<>();

    Open(int left, int right) {
      this.left = left;
      this.right = right;
    }

    void close(String page, int backslash, List<Column> columns) {
      int before = Integer.MAX_VALUE;
      int behind = Integer.MAX_VALUE;
      for (var line : lines) {
        int start = line.start();
        while (start < line.end() && page.charAt(start) == ' ') {
          start++;
        }
        if (start < line.end()) {
          int end = line.end();
          while (page.charAt(end - 1) == ' ') {
            end--;
          }
          before = Math.min(before, start - line.start());
          behind = Math.min(behind, line.end() - end);
        }
      }
      if (before == Integer.MAX_VALUE) {
        return;
      }
      List<Line> inner = new ArrayList<>();
      int width = 0;
      for (var line : lines) {
        int start = Math.min(line.end(), line.start() + before);
        int end = Math.max(start, line.end() - behind);
        width = Math.max(width, end - start);
        while (end > start && page.charAt(end - 1) == ' ') {
          end--;
        }
        inner.add(new Line(start, end));
      }
      columns.add(new Column(page, inner, right < 0 ? 0 : width, backslash));
    }
  }

  /** All lines of a page as one column. */
  static Column whole(Text page) {
    List<Line> lines = new ArrayList<>();
    var text = page.toString();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int last = end;
      while (last > start && page.charAt(last - 1) <= ' ') {
        last--;
      }
      lines.add(new Line(start, last));
      start = end + 1;
    }
    return new Column(text, lines, 0, text.indexOf('\\'));
  }
}
