package dev.mantra.replayer;

import com.google.re2j.Pattern;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds the first moment at which a line that matches is on the screen.
 *
 * <p>Which lines match, the lines tell; when each was on the screen, the screens from the moment
 * when it was first seen on. A line that went by too fast for any frame counts only when nothing
 * else matches, and then with the moment at which it went by.
 */
final class ScreenSearch {

  /** When a line was first and last seen. */
  private record Span(long first, long last) {}

  private final Lines lines;
  private final Playback playback;
  private final FrameTimes frames;

  ScreenSearch(Lines lines, Playback playback, FrameTimes frames) {
    this.lines = lines;
    this.playback = playback;
    this.frames = frames;
  }

  OptionalLong first(Pattern regex) throws IOException {
    var spans = matching(regex);
    long looked = -1;
    for (var span : spans) {
      if (span.last() > looked || looked < 0) {
        var found = look(regex, Math.max(span.first(), looked), span.last());
        if (found.isPresent()) {
          return found;
        }
        looked = playback.time();
      }
    }
    return spans.isEmpty() ? OptionalLong.empty() : OptionalLong.of(spans.getFirst().first());
  }

  private List<Span> matching(Pattern regex) {
    var spans = new ArrayList<Span>();
    for (var line : lines) {
      if (regex.matcher(line.text()).find()) {
        spans.add(new Span(line.firstSeen(), line.lastSeen()));
      }
    }
    spans.sort(Comparator.comparingLong(Span::first));
    return spans;
  }

  /**
   * Looks at a moment, and at each frame after it up to the first one that is not before another.
   */
  private OptionalLong look(Pattern regex, long from, long to) throws IOException {
    var next = OptionalLong.of(from);
    while (next.isPresent()) {
      long at = next.getAsLong();
      playback.seek(at);
      if (isShown(regex, playback.terminal())) {
        return next;
      }
      next = at < to ? frames.after(at) : OptionalLong.empty();
    }
    return OptionalLong.empty();
  }

  private static boolean isShown(Pattern regex, Terminal terminal) {
    return terminal.readableLines().stream().anyMatch(line -> regex.matcher(line).find());
  }
}
