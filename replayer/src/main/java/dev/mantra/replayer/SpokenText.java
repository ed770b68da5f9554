package dev.mantra.replayer;

import dev.mantra.formats.conversation.Gist;
import dev.mantra.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an agent says on the screen: a line that begins with a bullet, and the lines below it that
 * are indented. So Claude Code, Codex and Gemini CLI draw it.
 *
 * @param text as far as it is there, with line feeds where the agent has them
 */
record SpokenText(String text) {

  /** Of Claude Code (two of them), of Codex, and of Gemini CLI. */
  private static final String BULLETS = "●⏺•✦";

  private static final String INDENT = "  ";

  /** Lines above the screen that are looked at: a long reply begins there. */
  private static final int MOST_ABOVE = 1000;

  /** A line that says that the agent is at work looks like something said. */
  private static final List<String> AT_WORK = List.of("to interrupt)", "to cancel");

  /** The last that is to be seen. */
  static Optional<SpokenText> last(Terminal terminal) {
    var rows = rows(terminal);
    for (int row = rows.size() - 1; row >= 0; row--) {
      if (isBegun(rows.get(row))) {
        var text = text(rows, row, terminal.columns());
        return text.isEmpty() ? Optional.empty() : Optional.of(new SpokenText(text));
      }
    }
    return Optional.empty();
  }

  ShownWords beginning() {
    return ShownWords.first(Gist.of(text));
  }

  ShownWords end() {
    return ShownWords.last(Gist.of(text));
  }

  private static List<String> rows(Terminal terminal) {
    var rows = new ArrayList<String>();
    if (!terminal.isAlternateScreen()) {
      int above = terminal.scrollbackSize();
      for (int row = Math.max(0, above - MOST_ABOVE); row < above; row++) {
        rows.add(terminal.scrollbackLine(row).text().stripTrailing());
      }
    }
    for (int row = 0; row < terminal.rows(); row++) {
      rows.add(terminal.line(row).text().stripTrailing());
    }
    return rows;
  }

  private static boolean isBegun(String row) {
    return row.length() > INDENT.length()
        && BULLETS.indexOf(row.charAt(0)) >= 0
        && row.charAt(1) == ' '
        && AT_WORK.stream().noneMatch(row::contains);
  }

  private static String text(List<String> rows, int first, int columns) {
    var text = new StringBuilder(rows.get(first).substring(INDENT.length()));
    int length = rows.get(first).length();
    for (int row = first + 1; row < rows.size() && isMore(rows.get(row)); row++) {
      var more = rows.get(row).strip();
      // A word that would have fitted into the row above was put below it by the agent.
      boolean isWrapped = length > 0 && length + 1 + firstWord(more).length() > columns - 1;
      text.append(isWrapped && !more.isEmpty() ? " " : "\n").append(more);
      length = rows.get(row).length();
    }
    return text.toString().strip();
  }

  private static boolean isMore(String row) {
    return row.isEmpty() || (row.startsWith(INDENT) && !isFrame(row.strip().codePointAt(0)));
  }

  /** What hangs from a line, as the result of a tool does. */
  private static boolean isFrame(int character) {
    return character == '⎿' || (character >= 0x2500 && character < 0x2580);
  }

  private static String firstWord(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(0, blank);
  }
}
