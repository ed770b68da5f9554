package dev.mantra.replayer.export;

import dev.mantra.replayer.EscapedText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Markdown that was said, as part of another document: as a quote, which ends wherever the text
 * ends and whatever it has left open. HTML in it is shown, and pictures are not fetched.
 */
final class InertMarkdown {

  /** Taking the meaning away from one place may give it to another one behind it. */
  private static final int MOST_TRIES = 5;

  private InertMarkdown() {}

  static String quoted(String text) {
    var visible = EscapedText.lines(text);
    if (RecordedMarkdown.isTooLong(visible)) {
      return Markdown.fence("text", visible);
    }
    var quote =
        visible
            .lines()
            .map(line -> line.isEmpty() ? ">" : "> " + line)
            .collect(Collectors.joining("\n", "", "\n"));
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      var live = RecordedMarkdown.live(quote);
      if (live.isEmpty()) {
        return quote;
      }
      quote = escaped(quote, live);
    }
    return quote.replace("<", "&lt;").replace("![", "!\\[");
  }

  private static String escaped(String text, List<Integer> places) {
    var escaped = new StringBuilder();
    int done = 0;
    for (int place : places) {
      escaped.append(text, done, place).append(text.charAt(place) == '<' ? "&lt;" : "\\!");
      done = place + 1;
    }
    return escaped.append(text, done, text.length()).toString();
  }
}
