package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;

/** What rules found in a text, before it is decided which of it counts. */
final class Candidates {
  static final int TOKEN = 0;
  static final int BLOCK = 1;
  static final int PATTERN = 2;
  static final int CONTEXT = 3;

  private record Candidate(Finding finding, int rank) {}

  private static final int MOST_LOOKS = 16;

  private final List<Candidate> all = new ArrayList<>();
  private final IdentityHashMap<PatternRule, Integer> looked = new IdentityHashMap<>();
  private final TreeSet<Integer> open = new TreeSet<>();
  private int tokenStart;
  private int tokenEnd;
  private int looks;

  void add(Rule rule, int rank, int start, int end) {
    add(rule.id(), rank, start, end);
  }

  void add(String rule, int rank, int start, int end) {
    add(Finding.of(rule, start, end), rank);
  }

  void add(Finding finding, int rank) {
    all.add(new Candidate(finding, rank));
  }

  /** How far a rule has looked. */
  int lookedUpTo(PatternRule rule) {
    return looked.getOrDefault(rule, 0);
  }

  void looked(PatternRule rule, int to) {
    looked.put(rule, to);
  }

  /** The end of the token that an index is in; looked for once only in each token. */
  int tokenEnd(Text text, int index) {
    if (index < tokenStart || index >= tokenEnd) {
      tokenStart = index;
      tokenEnd = Words.end(text, index, Words.LONGEST);
      looks = 0;
    }
    return tokenEnd;
  }

  /** Whether a token has been looked at so often that it is made to keep us busy. */
  boolean isTiring() {
    return ++looks > MOST_LOOKS;
  }

  /** Notes whether nothing stands in the line behind an index: a secret may go on below. */
  void end(Text text, int index) {
    int i = index;
    while (text.at(i) == ' ' || text.at(i) == '\r') {
      i++;
    }
    if (text.at(i) == '\n') {
      open.add(i);
    }
  }

  /** Whether a secret seems to go on behind a line, which ends here. */
  boolean isOpen(int lineEnd) {
    return open.contains(lineEnd);
  }

  /** The findings, in order and without overlaps: what overlaps becomes one. */
  List<Finding> resolved() {
    all.sort(
        Comparator.comparingInt((Candidate c) -> c.finding.start())
            .thenComparingInt(Candidate::rank));
    List<Candidate> kept = new ArrayList<>();
    for (var next : all) {
      var last = kept.isEmpty() ? null : kept.getLast();
      if (last == null || next.finding.start() >= last.finding.end()) {
        kept.add(next);
      } else {
        kept.set(kept.size() - 1, merged(last, next));
      }
    }
    return kept.stream().map(Candidate::finding).toList();
  }

  private static Candidate merged(Candidate one, Candidate other) {
    var better = one.rank <= other.rank ? one : other;
    if (one.finding.spans().size() > 1 || other.finding.spans().size() > 1) {
      return one.finding.spans().size() >= other.finding.spans().size() ? one : other;
    }
    int end = Math.max(one.finding.end(), other.finding.end());
    return new Candidate(Finding.of(better.finding.rule(), one.finding.start(), end), better.rank);
  }
}
