package dev.mantra.replayer.play;

import com.google.re2j.Pattern;
import dev.mantra.replayer.Replay;
import dev.mantra.terminal.DisplayedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The lines of a session in which an expression is found, by the time at which they appeared. */
final class Search {

  private final Pattern pattern;
  private final List<Hit> hits;

  /**
   * When lines were displayed in which the expression is found.
   *
   * @param from when the first of them appeared
   * @param to when the last of them was seen last
   */
  record Hit(long from, long to) {}

  private Search(Pattern pattern, List<Hit> hits) {
    this.pattern = pattern;
    this.hits = hits;
  }

  /** Looks through all lines of a session. */
  static Search in(Replay replay, Pattern pattern) throws IOException {
    var found = new ArrayList<Hit>();
    try {
      for (DisplayedLine line : replay.lines()) {
        if (pattern.matcher(line.text()).find()) {
          found.add(new Hit(line.firstSeen(), line.lastSeen()));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Search(pattern, merged(found));
  }

  Pattern pattern() {
    return pattern;
  }

  int count() {
    return hits.size();
  }

  Hit hit(int number) {
    return hits.get(number);
  }

  /**
   * The number of the first hit that appeared after a moment, counted from 0; empty if none did.
   */
  OptionalInt after(long moment) {
    return IntStream.range(0, hits.size()).filter(i -> hits.get(i).from() > moment).findFirst();
  }

  /** The number of the last hit that appeared before a moment. */
  OptionalInt before(long moment) {
    int first = after(moment - 1).orElse(hits.size());
    return first == 0 ? OptionalInt.empty() : OptionalInt.of(first - 1);
  }

  /** Lines that appeared together are one hit. */
  private static List<Hit> merged(List<Hit> found) {
    found.sort(Comparator.comparingLong(Hit::from));
    var merged = new ArrayList<Hit>();
    for (var hit : found) {
      if (!merged.isEmpty() && merged.getLast().from() == hit.from()) {
        var both = merged.removeLast();
        merged.add(new Hit(both.from(), Math.max(both.to(), hit.to())));
      } else {
        merged.add(hit);
      }
    }
    return merged;
  }
}
