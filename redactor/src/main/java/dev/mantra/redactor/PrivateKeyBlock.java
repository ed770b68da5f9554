package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the body of a private key: from its first line to its last, or to the end of what is there.
 * Numbers, signs of a comparison and borders before the lines are no part of it.
 */
final class PrivateKeyBlock {
  private static final int LONGEST_LINE = 4096;
  private static final int MOST_LINES = 400;
  private static final int SHORTEST_RUN = 16;
  private static final int MOST_STRANGE_LINES = 2;

  private final Text text;
  private final Candidates found;
  private int seenUpTo;

  PrivateKeyBlock(Text text, Candidates found) {
    this.text = text;
    this.found = found;
  }

  /** Looks at a line with {@code -----BEGIN} or {@code Private-Lines:}. */
  void look(int wordStart, int wordEnd) {
    if (wordStart < seenUpTo) {
      return;
    }
    int lineEnd = text.lineEnd(wordEnd, LONGEST_LINE);
    var folded = text.small(wordStart, lineEnd);
    boolean putty = folded.startsWith("private-lines");
    int head = putty ? folded.length() : folded.indexOf("----", "-----begin".length());
    if (head < 0
        || !(putty
            || folded.lastIndexOf("private key", head) > 0
            || folded.lastIndexOf("static key", head) > 0)) {
      return;
    }
    int from = wordStart + head;
    while (from < text.length() && text.charAt(from) == '-') {
      from++;
    }
    body(from);
  }

  private void body(int from) {
    List<Span> spans = new ArrayList<>();
    int at = from;
    int strange = 0;
    for (int lines = 0; lines < MOST_LINES && at < text.length(); lines++) {
      int end = text.lineEnd(at, LONGEST_LINE);
      int last = text.subSequence(at, end).indexOf("-----END");
      int before = spans.size();
      runs(at, last < 0 ? end : at + last, spans);
      if (last >= 0) {
        at = at + last;
        break;
      }
      boolean blank = text.subSequence(at, end).isBlank();
      strange = spans.size() > before || blank || isHeader(at, end) ? 0 : strange + 1;
      if (strange >= MOST_STRANGE_LINES) {
        break;
      }
      at = end + 1;
    }
    seenUpTo = at;
    if (!spans.isEmpty()) {
      found.add(new Finding("private-key", spans), Candidates.BLOCK);
    }
  }

  /** The stretches of a line that are Base64; a short one only where the line is no more. */
  private void runs(int from, int to, List<Span> spans) {
    int i = from;
    while (i < to) {
      int end = i;
      while (end < to && isBase64(text.charAt(end))) {
        end++;
      }
      boolean rest = text.subSequence(end, to).isBlank() && isMargin(from, i);
      if (end - i >= SHORTEST_RUN || (rest && end - i >= 2 && !spans.isEmpty())) {
        int start = i;
        if (text.charAt(start) == '+' && start == from) {
          start++; // an added line of a comparison
        }
        spans.add(new Span(start, end));
      }
      i = Math.max(end, i + 1);
    }
  }

  private boolean isMargin(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isHeader(int from, int to) {
    var line = text.subSequence(from, to);
    return line.contains(": ") && line.length() < 100;
  }

  private static boolean isBase64(char c) {
    return Words.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=';
  }
}
