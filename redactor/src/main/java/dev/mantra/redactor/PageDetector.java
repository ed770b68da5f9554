package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds secrets in a page: as it stands, between its borders, with cut lines put together, and with
 * escapes undone.
 */
public final class PageDetector {
  private final Detector detector;

  public PageDetector(Detector detector) {
    this.detector = detector;
  }

  /** All findings in order; what overlaps was found in several ways. */
  public List<Finding> find(Page page) {
    var plain = Sequences.leftOut(page);
    if (plain.isPresent()) {
      var found = find(Page.of(plain.get().text()));
      return found.stream().map(plain.get()::inPage).toList();
    }
    List<Finding> all = new ArrayList<>();
    var text = new Text(page.text());
    var whole = Column.whole(text);
    var candidates = detector.candidates(text);
    var found = detector.resolved(candidates, page.text());
    all.addAll(found);
    whole.withBackslashes().ifPresent(lines -> escaped(lines, all));
    joined(
        new Joins(page, text, whole, i -> candidates.isOpen(lineEnd(page, whole, i)), ends(found)),
        found,
        all);
    for (var column : Column.between(text)) {
      inColumn(page, text, column, all);
    }
    all.sort(Comparator.comparingInt(Finding::start));
    return all;
  }

  /** Whether a value may be seen though it is a secret, or looks like one. */
  public boolean allows(String value) {
    return detector.allows(value);
  }

  private void inColumn(Page page, Text text, Column column, List<Finding> all) {
    var reading = column.reading();
    var candidates = detector.candidates(new Text(reading.text()));
    List<Finding> found =
        detector.resolved(candidates, reading.text()).stream().map(reading::inPage).toList();
    all.addAll(found);
    column.withBackslashes().ifPresent(lines -> escaped(lines, all));
    var ends = new int[column.lines().size()];
    int end = -1;
    for (int i = 0; i < ends.length; i++) {
      end = reading.text().indexOf('\n', end + 1);
      ends[i] = end;
    }
    joined(new Joins(page, text, column, i -> candidates.isOpen(ends[i]), ends(found)), found, all);
  }

  private void joined(Joins joins, List<Finding> alone, List<Finding> all) {
    for (var run : joins.runs()) {
      var seams = new Seams(run, alone);
      for (var finding : detector.find(run.reading().text())) {
        if (seams.isOne(finding)) {
          all.add(run.reading().inPage(finding));
        }
      }
      escaped(run.reading(), all);
    }
  }

  private void escaped(Reading reading, List<Finding> all) {
    var plain = Escapes.undo(reading);
    if (plain.isPresent()) {
      for (var finding : detector.find(plain.get().text())) {
        all.add(plain.get().inPage(finding));
      }
    }
  }

  private static BitSet ends(List<Finding> findings) {
    var ends = new BitSet();
    for (var finding : findings) {
      ends.set(finding.end());
    }
    return ends;
  }

  /** Where a line ends in the page, blanks at its end included. */
  private static int lineEnd(Page page, Column column, int number) {
    int end = page.text().indexOf('\n', column.lines().get(number).end());
    return end < 0 ? page.text().length() : end;
  }
}
