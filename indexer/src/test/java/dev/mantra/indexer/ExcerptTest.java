package dev.mantra.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.indexer.Excerpt.Role;
import dev.mantra.indexer.GrepQuery.Selection;
import dev.mantra.terminal.DisplayedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void linesAroundHitsComeOnceAndWhatTouchesIsOneExcerpt() throws Exception {
    assertEquals(List.of("1-2*3-", "5-6*7*8-", "10-11*"), excerpts(List.of(2, 6, 7, 11), 12, 1, 3));
    assertEquals(List.of("0*1-2-3-4*5-6-7*"), excerpts(List.of(0, 4, 7), 8, 2, 100));
  }

  @Property
  void blocksDoNotMatter(
      @ForAll @Size(max = 30) List<Boolean> lines,
      @ForAll @IntRange(max = 5) int context,
      @ForAll @IntRange(min = 1, max = 7) int linesInABlock)
      throws Exception {
    var hits = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i)) {
        hits.add(i);
      }
    }
    assertEquals(
        naive(hits, lines.size(), context), excerpts(hits, lines.size(), context, linesInABlock));
  }

  /** Each excerpt as the numbers of its lines, hits with a star. */
  private static List<String> excerpts(List<Integer> hits, int count, int context, int block)
      throws BadPatternException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      lines.add(hits.contains(i) ? "a needle " + i : "hay");
    }
    var found = new ArrayList<String>();
    var cutter =
        new ExcerptCutter<DisplayedLine>(
            context,
            line ->
                new FoundLine(line.text(), line.number(), new FoundLine.Place.Displayed(0, 0, 0)),
            excerpt -> {
              var text = new StringBuilder();
              for (var line : excerpt.lines()) {
                text.append(line.line().at()).append(line.role() == Role.HIT ? '*' : '-');
              }
              found.add(text.toString());
            });
    var matcher = LinePattern.of("needle").matcher();
    for (var blocks = new PlainText(lines, block).blocks(); blocks.hasNext(); ) {
      var next = blocks.next();
      cutter.cut(next, new LineScan(matcher, Selection.MATCHING, next));
    }
    cutter.finish();
    return found;
  }

  private static List<String> naive(List<Integer> hits, int count, int context) {
    var shown = new TreeMap<Integer, Character>();
    for (int hit : hits) {
      for (int i = Math.max(0, hit - context); i <= Math.min(count - 1, hit + context); i++) {
        shown.putIfAbsent(i, '-');
      }
      shown.put(hit, '*');
    }
    var all = new ArrayList<String>();
    int last = -2;
    for (var line : shown.entrySet()) {
      var text = line.getKey() + "" + line.getValue();
      if (line.getKey() == last + 1 && context > 0) {
        all.add(all.removeLast() + text);
      } else {
        all.add(text);
      }
      last = line.getKey();
    }
    return all;
  }
}
