package dev.mantra.redactor;

import com.google.re2j.Matcher;
import java.util.List;
import java.util.Optional;

/**
 * A secret that is known by what stands around it.
 *
 * @param with of these, one has to be near as well; cheaper to look for than the expression
 */
record PatternRule(
    String id,
    Group group,
    List<String> words,
    List<String> with,
    Regex find,
    List<String> secrets,
    Likeness value,
    Optional<Checksum> check)
    implements Rule {

  private static final int BEFORE = 200;
  private static final int BEHIND = 600;

  @Override
  public void look(Text text, int wordStart, int wordEnd, Candidates found) {
    int seen = found.lookedUpTo(this);
    if (wordEnd <= seen) {
      return;
    }
    int from = Math.max(text.lineStart(wordStart, BEFORE), Math.min(seen, wordStart));
    int to = text.lineEnd(wordEnd, BEHIND);
    found.looked(this, to);
    if (!isNear(text, from, to)) {
      return;
    }
    var matcher = find.matcher(text.subSequence(from, to));
    for (int at = 0; at <= to - from && matcher.find(at); ) {
      take(text, from, to, matcher, found);
      at = Math.max(matcher.end(), matcher.start() + 1);
    }
  }

  private boolean isNear(Text text, int from, int to) {
    for (var one : with) {
      if (text.contains(one, from, to)) {
        return true;
      }
    }
    return with.isEmpty();
  }

  private void take(Text text, int from, int to, Matcher matcher, Candidates found) {
    int start = from + matcher.start();
    int end = from + matcher.end();
    for (var name : secrets) {
      if (matcher.start(name) >= 0) {
        start = from + matcher.start(name);
        end = from + matcher.end(name);
      }
    }
    if (end == to) {
      end = Math.max(end, Words.end(text, end, Words.LONGEST)); // it may go on behind the window
    }
    var secret = text.subSequence(start, end);
    if (end > start
        && value.holds(secret)
        && !Placeholder.isOne(secret)
        && check.map(one -> one.holds(secret)).orElse(true)) {
      found.add(this, Candidates.PATTERN, start, end);
    }
    found.end(text, end);
  }
}
