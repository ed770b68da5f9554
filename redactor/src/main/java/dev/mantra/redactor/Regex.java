package dev.mantra.redactor;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a rule: RE2's, which takes linear time on any text, and kept small, since
 * repetitions of repetitions take memory without end. Compiled when it is first needed.
 */
final class Regex {
  private static final int LONGEST = 4000;
  private static final int LARGEST = 20_000;

  private final String source;
  private @Nullable Pattern compiled;
  private volatile @Nullable Beginning beginning;

  Regex(String source) {
    this.source = source;
  }

  /** Why an expression cannot be used; empty when it can. */
  static Optional<String> problem(String source) {
    if (source.length() > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " characters");
    }
    if (NestedRepetition.size(source) > LARGEST) {
      return Optional.of("its repetitions multiply to more than " + LARGEST + " steps");
    }
    try {
      var pattern = Pattern.compile(source);
      return pattern.programSize() > LARGEST
          ? Optional.of("it is too large: repetitions of repetitions")
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (StackOverflowError _) {
      return Optional.of("its parentheses are nested too deep");
    }
  }

  /** Whether it may match what begins at an index; no is certain, and cheap. */
  boolean mayMatchAt(Text text, int index) {
    var known = beginning;
    if (known == null) {
      known = Beginning.of(source);
      beginning = known;
    }
    return known.mayStandAt(text, index);
  }

  synchronized Matcher matcher(CharSequence text) {
    if (compiled == null) {
      compiled = Pattern.compile(source);
    }
    return compiled.matcher(text);
  }
}
