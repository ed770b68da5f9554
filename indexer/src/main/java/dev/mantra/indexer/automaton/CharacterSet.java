package dev.mantra.indexer.automaton;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;

/** Characters of Unicode that may stand at a place; never a line feed, which no line has. */
final class CharacterSet {

  /**
   * U+212A and U+017F are K and s to whoever ignores case, and no other letters of ASCII are more
   * than two.
   */
  private static final int KELVIN = 0x212a;

  private static final int LONG_S = 0x17f;

  /** From and to, by turns; in no order. */
  private final List<int[]> ranges;

  private CharacterSet(List<int[]> ranges) {
    this.ranges = ranges;
  }

  static CharacterSet none() {
    return new CharacterSet(List.of());
  }

  static CharacterSet range(int from, int to) {
    return new CharacterSet(List.of(new int[] {from, to}));
  }

  static CharacterSet anything() {
    return range(0, Character.MAX_CODE_POINT);
  }

  /** What {@code \d}, {@code \s} and {@code \w} mean in RE2. */
  static CharacterSet named(char name) {
    return switch (name) {
      case 'd' -> range('0', '9');
      case 's' -> range('\t', '\n').or(range('\f', '\r')).or(range(' ', ' '));
      case 'w' -> range('0', '9').or(range('A', 'Z')).or(range('_', '_')).or(range('a', 'z'));
      default -> throw new IllegalArgumentException("no set is called " + name);
    };
  }

  CharacterSet or(CharacterSet other) {
    var both = new ArrayList<>(ranges);
    both.addAll(other.ranges);
    return new CharacterSet(both);
  }

  CharacterSet others() {
    var others = new ArrayList<int[]>();
    int next = 0;
    for (var range : sorted()) {
      if (range[0] > next) {
        others.add(new int[] {next, range[0] - 1});
      }
      next = Math.max(next, range[1] + 1);
    }
    if (next <= Character.MAX_CODE_POINT) {
      others.add(new int[] {next, Character.MAX_CODE_POINT});
    }
    return new CharacterSet(others);
  }

  boolean isAscii() {
    return ranges.stream().allMatch(range -> range[1] < 0x80);
  }

  /** The same with the other case of each letter; it has characters of ASCII only. */
  CharacterSet inAnyCase() {
    var all = this;
    for (int c = 'a'; c <= 'z'; c++) {
      int capital = c - 'a' + 'A';
      if (has(c) || has(capital)) {
        all = all.or(range(c, c)).or(range(capital, capital));
        all = c == 'k' ? all.or(range(KELVIN, KELVIN)) : all;
        all = c == 's' ? all.or(range(LONG_S, LONG_S)) : all;
      }
    }
    return all;
  }

  Automaton automaton() {
    var own = others().or(range('\n', '\n')).others().sorted();
    return own.isEmpty()
        ? Automata.makeEmpty()
        : Automata.makeCharClass(
            own.stream().mapToInt(range -> range[0]).toArray(),
            own.stream().mapToInt(range -> range[1]).toArray());
  }

  private boolean has(int c) {
    return ranges.stream().anyMatch(range -> range[0] <= c && c <= range[1]);
  }

  private List<int[]> sorted() {
    return ranges.stream().sorted((one, other) -> Integer.compare(one[0], other[0])).toList();
  }
}
