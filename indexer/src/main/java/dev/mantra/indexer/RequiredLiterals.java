package dev.mantra.indexer;

import java.util.Optional;
import java.util.Set;

/**
 * Texts of which at least one stands in everything that an expression matches: what has none of
 * them need not be looked at closely.
 *
 * @param texts none of them is empty; with {@link Case#IGNORED} in lower case
 */
record RequiredLiterals(Set<String> texts, Case letters) {

  /** Whether capital letters and small ones are the same. */
  enum Case {
    EXACT,
    IGNORED;

    private static final String FLAG = "(?i)";

    /** The same for an expression, which may begin with a flag that says so. */
    Case in(String regex) {
      return regex.startsWith(FLAG) ? IGNORED : this;
    }

    /** An expression without that flag. */
    static String without(String regex) {
      return regex.startsWith(FLAG) ? regex.substring(FLAG.length()) : regex;
    }
  }

  /** What is shorter is in nearly everything. */
  private static final int LEAST = 2;

  RequiredLiterals {
    texts = Set.copyOf(texts);
  }

  /** What can be told from an expression in RE2's syntax; empty when nothing of use can. */
  static Optional<RequiredLiterals> of(String regex, Case letters) {
    var reading = letters.in(regex);
    return new LiteralParser(Case.without(regex), reading)
        .required()
        .filter(texts -> texts.stream().allMatch(text -> text.length() >= LEAST))
        .map(texts -> new RequiredLiterals(texts, reading));
  }
}
