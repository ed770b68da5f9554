package dev.mantra.redactor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A secret that is known by its beginning. */
record TokenRule(
    String id,
    Group group,
    List<String> starts,
    Regex body,
    Likeness value,
    Optional<Checksum> check)
    implements Rule {

  /** What stands before "live_" and "test_" in a key that is meant to be published. */
  private static final int PUBLISHABLE = "pk_".length();

  /** So many characters behind a token may belong to it though tokens have no such ones. */
  private static final int MARGIN = 200;

  @Override
  public List<String> words() {
    return starts.stream().map(start -> start.toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  public void look(Text text, int wordStart, int wordEnd, Candidates found) {
    if (Words.isLetterOrDigit(text.at(wordStart - 1)) || !isStart(text, wordStart, wordEnd)) {
      return;
    }
    int end = found.tokenEnd(text, wordEnd);
    if (found.isTiring()) {
      return;
    }
    found.end(text, end);
    if (!body.mayMatchAt(text, wordEnd)) {
      return;
    }
    var rest = text.subSequence(wordEnd, Math.min(text.length(), end + MARGIN));
    var matcher = body.matcher(rest);
    if (matcher.lookingAt()) {
      var value = text.subSequence(wordStart, wordEnd + matcher.end());
      if (this.value.holds(matcher.group())
          && !Placeholder.isOne(value)
          && !isPartOfPublishable(text, wordStart, wordEnd + matcher.end())
          && check.map(one -> one.holds(value)).orElse(true)) {
        found.add(this, Candidates.TOKEN, wordStart, wordEnd + matcher.end());
      }
    }
  }

  private static boolean isPartOfPublishable(Text text, int from, int to) {
    int start = from - PUBLISHABLE;
    return start >= 0
        && !Words.isLetterOrDigit(text.at(start - 1))
        && Placeholder.isPublishable(text.subSequence(start, to));
  }

  private boolean isStart(Text text, int from, int to) {
    for (var start : starts) {
      if (start.length() == to - from && text.startsWith(start, from)) {
        return true;
      }
    }
    return false;
  }
}
