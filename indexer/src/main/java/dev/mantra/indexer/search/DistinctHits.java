package dev.mantra.indexer.search;

import dev.mantra.indexer.FoundLine.Place;
import dev.mantra.indexer.search.SearchResult.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Hits of one session, each once: what was said is also displayed, and then it is told as what was
 * said.
 */
final class DistinctHits {

  private final int most;
  private final List<Hit> hits = new ArrayList<>();

  DistinctHits(int most) {
    this.most = most;
  }

  boolean isFull() {
    return hits.size() >= most;
  }

  void add(Hit hit) {
    for (int i = 0; i < hits.size(); i++) {
      var known = hits.get(i);
      if (isSame(known, hit)) {
        if (isShown(known) && !isShown(hit)) {
          hits.set(i, hit);
        }
        return;
      }
    }
    hits.add(hit);
  }

  /** In the order of the session. */
  List<Hit> inOrder() {
    hits.sort(Comparator.comparingLong(hit -> hit.line().at()));
    return hits;
  }

  private static boolean isShown(Hit hit) {
    return hit.line().place() instanceof Place.Displayed;
  }

  /** Whether one shows the other. */
  private static boolean isSame(Hit one, Hit other) {
    if (isShown(one) == isShown(other)) {
      return false;
    }
    var a = letters(one.line().text());
    var b = letters(other.line().text());
    return !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
  }

  /** Agents show what is said with markup, in frames, and wrapped. */
  private static String letters(String text) {
    var letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
