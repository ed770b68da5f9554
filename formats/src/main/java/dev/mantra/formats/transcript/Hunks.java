package dev.mantra.formats.transcript;

/** Hunks of a unified diff that are written line by line, without knowing where in the file. */
final class Hunks {

  private final StringBuilder done = new StringBuilder();
  private final StringBuilder lines = new StringBuilder();
  private String section = "";
  private int oldLines;
  private int newLines;
  private int oldStart = 1;
  private int newStart = 1;

  /**
   * A hunk begins.
   *
   * @param where what stands behind the numbers, such as the name of a function
   */
  void begin(String where) {
    end();
    section = where;
  }

  /**
   * A line of the hunk.
   *
   * @param mark {@code +}, {@code -} or a blank
   */
  void add(char mark, String line) {
    lines.append(mark).append(line).append('\n');
    oldLines += mark == '+' ? 0 : 1;
    newLines += mark == '-' ? 0 : 1;
  }

  String text() {
    end();
    return done.toString();
  }

  private void end() {
    if (lines.isEmpty()) {
      return;
    }
    done.append("@@ -").append(range(oldStart, oldLines));
    done.append(" +").append(range(newStart, newLines)).append(" @@");
    done.append(section.isEmpty() ? "" : " " + section).append('\n').append(lines);
    oldStart += oldLines;
    newStart += newLines;
    oldLines = 0;
    newLines = 0;
    lines.setLength(0);
    section = "";
  }

  /** A side without lines is said to follow line 0. */
  private static String range(int start, int count) {
    return (count == 0 ? start - 1 : start) + "," + count;
  }
}
