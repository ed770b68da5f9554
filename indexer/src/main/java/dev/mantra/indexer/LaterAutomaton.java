package dev.mantra.indexer;

import dev.mantra.indexer.RequiredLiterals.Case;
import dev.mantra.indexer.automaton.LineAutomaton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The automaton of an expression, for all who look for it. It is made when RE2/J has read so much
 * that it pays: it takes some hundredths of a second, and then spares RE2/J nearly all of the rest.
 */
final class LaterAutomaton {

  /** In bytes: RE2/J takes about a tenth of a second for them. */
  private static final long WORTH_IT = 1 << 20;

  private final String regex;
  private final boolean ignoresCase;
  private final AtomicLong read = new AtomicLong();
  private Optional<LineAutomaton> made = Optional.empty();

  /** Written behind what was made. */
  private volatile boolean isMade;

  LaterAutomaton(String regex, Case letters) {
    this.regex = Case.without(regex);
    this.ignoresCase = letters.in(regex) == Case.IGNORED;
  }

  /** RE2/J is about to read so many bytes more; empty while it may, or when it has to. */
  Optional<LineAutomaton> before(int length) {
    if (isMade) {
      return made;
    }
    return read.addAndGet(length) < WORTH_IT ? Optional.empty() : make();
  }

  private synchronized Optional<LineAutomaton> make() {
    if (!isMade) {
      made = LineAutomaton.of(regex, ignoresCase);
      isMade = true;
    }
    return made;
  }
}
