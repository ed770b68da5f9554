package dev.mantra.indexer.automaton;

import dev.mantra.indexer.lucene.LuceneLog;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * An expression as a table of what comes after each byte. It takes a step for each byte, however
 * the expression is made; RE2/J takes one for each of its instructions.
 */
public final class LineAutomaton {

  /** Determinizing may take exponential time: what takes longer is left to RE2/J. */
  private static final int MOST_WORK = 100_000;

  /** So many that the table stays within the processor's memory. */
  private static final int MOST_STATES = 2_000;

  private static final int BYTES = 256;

  /** In place of a state in which a match has been read. */
  private static final short MATCH = -1;

  static {
    LuceneLog.silence();
  }

  private final short[] after;
  private final short lineBegun;
  private final boolean isExact;

  private LineAutomaton(short[] after, short lineBegun, boolean isExact) {
    this.after = after;
    this.lineBegun = lineBegun;
    this.isExact = isExact;
  }

  /**
   * Makes one of an expression in RE2's syntax that is known to be sound; empty where that cannot
   * be done, or would take long.
   */
  public static Optional<LineAutomaton> of(String regex, boolean ignoresCase) {
    try {
      var reader = new RegexReader(regex, ignoresCase);
      var behindAnything = Operations.concatenate(List.of(Automata.makeAnyString(), reader.read()));
      return table(Operations.determinize(behindAnything, MOST_WORK), reader.isExact());
    } catch (Unreadable | TooComplexToDeterminizeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LineAutomaton> table(Automaton states, boolean isExact) {
    if (states.getNumStates() > MOST_STATES) {
      return Optional.empty();
    }
    var run = new ByteRunAutomaton(states);
    if (run.getSize() > MOST_STATES) {
      return Optional.empty();
    }
    var after = new short[run.getSize() * BYTES];
    short begun = next(run, 0, '\n', (short) 0);
    for (int i = 0; i < after.length; i++) {
      after[i] = next(run, i / BYTES, i % BYTES, begun);
    }
    short lineBegun = run.isAccept(0) ? MATCH : begun;
    // What finds all lines and is not sure of any is of no use.
    return lineBegun == MATCH && !isExact
        ? Optional.empty()
        : Optional.of(new LineAutomaton(after, lineBegun, isExact));
  }

  /**
   * @param otherwise where to go on behind what is no UTF-8
   */
  private static short next(ByteRunAutomaton run, int state, int b, short otherwise) {
    int next = run.step(state, b);
    return next < 0 ? otherwise : run.isAccept(next) ? MATCH : (short) next;
  }

  /** Whether each line that is found has a match; else it may have none. */
  public boolean isExact() {
    return isExact;
  }

  /**
   * A byte of the first line that is found, or the line feed behind it; -1 when there is none.
   *
   * @param text lines in UTF-8
   * @param from where a line begins
   * @param to not before a line's end
   */
  public int find(byte[] text, int from, int to) {
    if (lineBegun == MATCH) {
      return from < to ? from : -1;
    }
    int state = lineBegun;
    for (int i = from; i < to; i++) {
      state = step(state, text[i]);
      if (state == MATCH) {
        return i;
      }
    }
    boolean isEnded = to == from || text[to - 1] == '\n';
    return !isEnded && step(state, (byte) '\n') == MATCH ? to - 1 : -1;
  }

  /** Whether a line, which is given without its feed, is found. */
  public boolean finds(byte[] text, int from, int to) {
    int state = lineBegun;
    for (int i = from; i < to && state != MATCH; i++) {
      state = step(state, text[i]);
    }
    return state == MATCH || step(state, (byte) '\n') == MATCH;
  }

  private int step(int state, byte b) {
    return after[state * BYTES + (b & 0xff)];
  }
}
