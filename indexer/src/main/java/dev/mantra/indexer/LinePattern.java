package dev.mantra.indexer;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.mantra.indexer.RequiredLiterals.Case;
import dev.mantra.indexer.automaton.LineAutomaton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in lines: an expression in RE2's syntax, of bounded size. Going through a text
 * takes time in proportion to its length and to the size of the expression, which together can
 * still be much: see {@link #withPatience}.
 */
public final class LinePattern {

  private static final int LONGEST = 1000;

  /** In instructions of RE2/J. */
  private static final int LARGEST = 10_000;

  /** Repetitions in repetitions multiply; more than that would take all memory to compile. */
  private static final int MOST_COPIES = 1000;

  /** Instructions times characters that take no time to speak of. */
  private static final long QUICK = 1 << 20;

  /**
   * The same that are done within the time that each line may take: whoever takes longer was kept
   * waiting by the machine, which is no fault of the expression.
   */
  private static final long INSTANT = 1 << 13;

  private final Pattern pattern;
  private final List<LiteralSearch> literals;
  private final LaterAutomaton automaton;
  private final LongSupplier nanoTime;

  /** On slow lines, by all matchers. */
  private final AtomicLong spent = new AtomicLong();

  private LinePattern(
      Pattern pattern,
      List<LiteralSearch> literals,
      LaterAutomaton automaton,
      LongSupplier nanoTime) {
    this.pattern = pattern;
    this.literals = literals;
    this.automaton = automaton;
    this.nanoTime = nanoTime;
  }

  /** A part of a line, in characters. */
  public record Span(int from, int to) {}

  /** An expression in which capital letters count. */
  public static LinePattern of(String regex) throws BadPatternException {
    return compile(regex, Case.EXACT);
  }

  /** An expression that also matches what differs in capital letters. */
  public static LinePattern ignoringCase(String regex) throws BadPatternException {
    return compile(regex, Case.IGNORED);
  }

  /**
   * The same, but it is given up when lines that take long have taken about a second, whoever reads
   * them.
   *
   * @param nanoTime a clock that starts anywhere
   */
  public LinePattern withPatience(LongSupplier nanoTime) {
    return new LinePattern(pattern, literals, automaton, nanoTime);
  }

  private static LinePattern compile(String regex, Case letters) throws BadPatternException {
    if (regex.length() > LONGEST) {
      throw new BadPatternException(
          "the expression has "
              + regex.length()
              + " characters; at most "
              + LONGEST
              + " are allowed");
    }
    if (PatternSize.copies(regex) > MOST_COPIES) {
      throw new BadPatternException(
          "the expression repeats repetitions more than "
              + MOST_COPIES
              + " times; write it simpler");
    }
    try {
      var pattern = Pattern.compile(regex, letters == Case.IGNORED ? Pattern.CASE_INSENSITIVE : 0);
      if (pattern.programSize() > LARGEST) {
        throw new BadPatternException("the expression is too large; write it simpler");
      }
      var literals =
          RequiredLiterals.of(regex, letters)
              .map(known -> searches(known.texts(), known.letters()))
              .orElse(List.of());
      return new LinePattern(pattern, literals, new LaterAutomaton(regex, letters), () -> 0);
    } catch (PatternSyntaxException e) {
      throw new BadPatternException(
          "/" + regex + "/ is no RE2 expression: " + e.getDescription() + pointed(e), e);
    } catch (StackOverflowError e) {
      throw new BadPatternException("the expression has too many parts in parts", e);
    }
  }

  private static String pointed(PatternSyntaxException e) {
    var part = e.getPattern();
    return part == null || part.isEmpty() ? "" : " at '" + part + "'";
  }

  private static List<LiteralSearch> searches(Set<String> texts, Case letters) {
    return texts.stream().map(text -> new LiteralSearch(text, letters)).toList();
  }

  /** Whether a line with a match may stand in a text of which only this is known. */
  boolean mayMatchIn(Grams grams) {
    if (literals.isEmpty()) {
      return true;
    }
    for (var literal : literals) {
      if (literal.mayBeIn(grams)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something can be told of a text without reading it. */
  boolean isSelective() {
    return literals.stream().allMatch(LiteralSearch::isSelective) && !literals.isEmpty();
  }

  /** A matcher of one's own: it is for one thread. */
  LineMatcher matcher() {
    return new LineMatcher();
  }

  /** Where the expression is found in a line; not to its end when that takes too long. */
  public List<Span> spans(String line) {
    var spans = new ArrayList<Span>();
    var patience = new Patience(nanoTime, new AtomicLong());
    patience.begin();
    try {
      var matcher = pattern.matcher(new WatchedLine(line, patience));
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          spans.add(new Span(matcher.start(), matcher.end()));
        }
      }
    } catch (Patience.Exhausted e) {
      // They are there to be coloured: the first ones do.
    }
    return spans;
  }

  /** How much work the expression may have with a line: instructions times characters. */
  private long work(String line) {
    return (long) line.length() * pattern.programSize();
  }

  /** Goes through texts, one after the other. */
  final class LineMatcher {
    private final Matcher matcher = pattern.matcher("");
    private final Patience patience = new Patience(nanoTime, spent);

    /** Where each literal comes next in the text. */
    private final int[] ahead = new int[literals.size()];

    private @Nullable LineAutomaton quick;
    private byte[] bytes = {};
    private int to;

    private LineMatcher() {}

    /** Takes a text, and tells where the first line with a match begins. */
    int begin(byte[] text, int from, int end) {
      bytes = text;
      to = end;
      Arrays.fill(ahead, -1);
      return next(from);
    }

    /**
     * Where the next line with a match begins, or {@link LineScan#NONE}.
     *
     * @param from where a line begins; it is not before the one that was asked for last
     */
    int next(int from) {
      int start = from;
      while (start < to) {
        int candidate = candidate(start);
        if (candidate == LineScan.NONE) {
          return LineScan.NONE;
        }
        int begin = TextLines.start(bytes, candidate, start);
        int end = TextLines.end(bytes, candidate, to);
        if (matches(begin, end)) {
          return begin;
        }
        start = end + 1;
      }
      return LineScan.NONE;
    }

    private boolean matches(int begin, int end) {
      var known = quick;
      if (known == null) {
        quick = automaton.before(end - begin).orElse(null);
        return isFound(begin, end);
      }
      // Where there are no literals it has found the line already.
      return (literals.isEmpty() || known.finds(bytes, begin, end))
          && (known.isExact() || isFound(begin, end));
    }

    private boolean isFound(int begin, int end) {
      var line = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
      long work = work(line);
      if (work <= INSTANT) {
        return matcher.reset(line).find();
      }
      patience.begin();
      // Most need not be watched while they are read, which takes time itself.
      boolean isFound = matcher.reset(work > QUICK ? new WatchedLine(line, patience) : line).find();
      patience.end(line.length());
      return isFound;
    }

    /** A place in the next line that may have a match. */
    private int candidate(int from) {
      if (!literals.isEmpty()) {
        return literal(from);
      }
      int found = quick == null ? from : quick.find(bytes, from, to);
      return found < 0 ? LineScan.NONE : found;
    }

    /** The next place where one of the literals is. */
    private int literal(int from) {
      int first = LineScan.NONE;
      for (int i = 0; i < ahead.length; i++) {
        if (ahead[i] < from) {
          int found = literals.get(i).find(bytes, from, to);
          ahead[i] = found < 0 ? LineScan.NONE : found;
        }
        first = Math.min(first, ahead[i]);
      }
      return first;
    }
  }
}
