package dev.mantra.indexer.automaton;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * Makes an automaton of an expression in RE2's syntax that is known to be sound. The automaton
 * reads lines with a line feed before and behind each, which is what a line's beginning and end are
 * to it.
 */
final class RegexReader {

  private static final String REPETITIONS = "*+?{";

  private static final int DEEPEST = 100;

  private final RegexText text;
  private final SetReader sets;
  private int depth;
  private boolean isExact = true;

  RegexReader(String regex, boolean ignoresCase) {
    text = new RegexText(regex);
    sets = new SetReader(text, ignoresCase);
  }

  Automaton read() throws Unreadable {
    var whole = alternatives();
    if (!text.isOver()) {
      throw new Unreadable();
    }
    return whole;
  }

  /** Whether it takes nothing that the expression does not; it always takes all that this does. */
  boolean isExact() {
    return isExact;
  }

  private Automaton alternatives() throws Unreadable {
    var all = new ArrayList<Automaton>();
    do {
      all.add(sequence());
    } while (text.takes("|"));
    return all.size() == 1 ? all.getFirst() : Operations.union(all);
  }

  private Automaton sequence() throws Unreadable {
    var elements = new ArrayList<Automaton>();
    while (!text.isOver() && !text.isNext("|)")) {
      elements.add(text.isNext("^$") ? edge(elements) : repeated(element()));
    }
    return elements.isEmpty() ? Automata.makeEmptyString() : Operations.concatenate(elements);
  }

  /** A line's beginning or end: known only where nothing of the line could be on its other side. */
  private Automaton edge(List<Automaton> before) throws Unreadable {
    boolean isBeginning = text.take() == '^';
    if (text.isNext(REPETITIONS)) {
      throw new Unreadable();
    }
    boolean isOutermost = isBeginning ? before.isEmpty() : text.isOver() || text.isNext("|");
    return depth == 0 && isOutermost ? Automata.makeChar('\n') : anyPlace();
  }

  /** Something that only says where it is. */
  private Automaton anyPlace() {
    isExact = false;
    return Automata.makeEmptyString();
  }

  /** A character with some property: which ones have it is left to RE2/J. */
  private Automaton anyCharacter() throws Unreadable {
    if (text.takes("{")) {
      text.takeTo('}');
    } else {
      text.take();
    }
    isExact = false;
    return CharacterSet.anything().automaton();
  }

  private Automaton element() throws Unreadable {
    if (text.takes("(")) {
      return group();
    }
    if (text.takes("\\A") || text.takes("\\z") || text.takes("\\b") || text.takes("\\B")) {
      return anyPlace();
    }
    if (text.takes("\\p") || text.takes("\\P")) {
      return anyCharacter();
    }
    if (text.isNext(REPETITIONS + "}]")) {
      throw new Unreadable();
    }
    return sets.next().automaton();
  }

  private Automaton group() throws Unreadable {
    if (text.takes("?P<") || text.takes("?<")) {
      text.takeTo('>');
    } else if (!text.takes("?:") && text.isNext("?")) {
      throw new Unreadable();
    }
    if (++depth > DEEPEST) {
      throw new Unreadable();
    }
    var all = alternatives();
    depth--;
    if (!text.takes(")")) {
      throw new Unreadable();
    }
    return all;
  }

  private Automaton repeated(Automaton element) throws Unreadable {
    var all = element;
    while (text.isNext(REPETITIONS)) {
      all =
          switch (text.take()) {
            case '*' -> Operations.repeat(all);
            case '+' -> Operations.repeat(all, 1);
            case '?' -> Operations.optional(all);
            default -> counted(all, text.takeTo('}'));
          };
      text.takes("?"); // as few as possible: the lines are the same
    }
    return all;
  }

  private static Automaton counted(Automaton element, String counts) throws Unreadable {
    if (!counts.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
      throw new Unreadable();
    }
    var parts = counts.split(",", -1);
    int least = Integer.parseInt(parts[0]);
    var most = parts[parts.length - 1];
    return most.isEmpty()
        ? Operations.repeat(element, least)
        : Operations.repeat(element, least, Integer.parseInt(most));
  }
}
