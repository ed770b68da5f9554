package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.formats.conversation.Headline;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.replayer.Replay;
import dev.mantra.replayer.ReplayOptions;
import dev.mantra.replayer.render.ScreenFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * How a place looks: what was said last by then, and the screen.
 *
 * @param said one line for each message or step
 * @param screen all of its rows
 * @param found the row in which what was looked for stands, else the last one that is not empty
 */
record BrowsePreview(List<AttributedString> said, List<AttributedString> screen, int found) {

  /** More of a conversation would leave no room for the screen. */
  private static final int MESSAGES = 4;

  /** So much of a line is enough to find it on the screen. */
  private static final int TELLING = 24;

  static BrowsePreview of(BrowseTarget target, Coverage coverage, Console console)
      throws IOException {
    var session = coverage.viewing().of(target.session());
    try (var replay = Replay.open(session, coverage.cache(), ReplayOptions.STANDARD)) {
      var screen = screen(replay, target.at());
      return new BrowsePreview(
          said(replay, target.at(), console), screen, row(screen, target.text()));
    }
  }

  private static List<AttributedString> said(Replay replay, long at, Console console)
      throws IOException {
    var before =
        replay.messages().conversation().entries().stream()
            .filter(entry -> entry.at() <= at)
            .toList();
    return before.subList(Math.max(0, before.size() - MESSAGES), before.size()).stream()
        .map(entry -> AttributedString.fromAnsi(line(entry, console)))
        .toList();
  }

  private static String line(NumberedEntry entry, Console console) {
    var kind = MessageKinds.word(entry.outline().kind());
    return console.styled(Style.CYAN, entry.number())
        + "  "
        + console.styled(Style.DIM, kind)
        + "  "
        + SafeText.of(Headline.of(entry.outline()));
  }

  private static List<AttributedString> screen(Replay replay, long at) throws IOException {
    var drawn = new ByteArrayOutputStream();
    ScreenFormat.ANSI.renderer().render(replay.screenAt(at), drawn);
    return drawn.toString(StandardCharsets.UTF_8).lines().map(AttributedString::fromAnsi).toList();
  }

  private static int row(List<AttributedString> screen, String text) {
    var telling = text.substring(0, Math.min(TELLING, text.length()));
    int last = 0;
    for (int row = 0; row < screen.size(); row++) {
      var line = screen.get(row).toString();
      if (!telling.isEmpty() && line.contains(telling)) {
        return row;
      }
      last = line.isBlank() ? last : row;
    }
    return last;
  }

  /** As much of it as there is room for. */
  List<AttributedString> lines(int height) {
    var lines = new ArrayList<>(said.subList(0, Math.min(said.size(), height)));
    int room = height - lines.size();
    int from = Math.clamp(found - room / 2L, 0, Math.max(0, screen.size() - room));
    lines.addAll(screen.subList(from, Math.min(screen.size(), from + room)));
    return lines;
  }
}
