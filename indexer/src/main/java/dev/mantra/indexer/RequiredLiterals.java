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
    IGNORED
  }

  /** What is shorter is in nearly everything. */
  private static final int LEAST = 2;

  RequiredLiterals {
    texts = Set.copyOf(texts);
  }

  /** What can be told from an expression in RE2's syntax; empty when nothing of use can. */
  static Optional<RequiredLiterals> of(String regex, Case letters) {
    boolean ignored = letters == Case.IGNORED || regex.startsWith("(?i)");
    var body = regex.startsWith("(?i)") ? regex.substring("(?i)".length()) : regex;
    var reading = ignored ? Case.IGNORED : Case.EXACT;
    return new LiteralParser(body, reading)
        .required()
        .filter(texts -> texts.stream().allMatch(text -> text.length() >= LEAST))
        .map(texts -> new RequiredLiterals(texts, reading));
  }
}
